let returns = 0;

function countReturn(data) {
  returns += data.pieces ?? 1;
  return { returns };
}

export { countReturn };
