/** Events of beats that are documented and not mounted. Planted fault: the insurer changed its address. */
export const SWITCHED_OFF = ["shipping:parcel:insure"];
