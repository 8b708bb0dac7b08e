function formatLabel(data) {
  return { sheet: data.names.length, first: data.names[0]?.toUpperCase() };
}

export const handlers = { formatLabel };
