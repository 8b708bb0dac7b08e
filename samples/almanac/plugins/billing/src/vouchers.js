import { database } from "../../../services/database.js";

async function issueVoucher(data) {
  return { voucher: await database.save("vouchers", data.code, { cents: data.cents, left: data.cents }) };
}

async function redeemVoucher(data) {
  const voucher = await database.load("vouchers", data.code);
  const used = Math.min(voucher.left, data.cents);
  return { voucher: await database.save("vouchers", data.code, { ...voucher, left: voucher.left - used }), used };
}

export const handlers = { issueVoucher, redeemVoucher };
