const POSTCODE = /^[0-9]{5}$/;

export function checkAddress(data, { payload }) {
  const { street, postcode } = payload.application;
  return { addressOk: street.length > 0 && POSTCODE.test(postcode) };
}

/** The same, for forms that send the address as one line. */
export function lookUpAddress(data, { payload }) {
  const [street, postcode] = payload.application.address.split(",");
  return { addressOk: street.length > 0 && POSTCODE.test(postcode.trim()) };
}

export function validatePostcode(data) {
  return { postcodeOk: POSTCODE.test(data.postcode) };
}
