import { countView, findById } from "../../../services/products.js";

const TAX_PERCENT = { goods: 19, books: 7 };

export async function loadProduct(data) {
  return { product: await findById(data.productId) };
}

export function priceProduct(data, context) {
  const { cents, taxClass } = context.payload.product;
  const tax = Math.round((cents * TAX_PERCENT[taxClass]) / 100);
  return { price: { net: cents, tax, gross: cents + tax } };
}

export async function recordView(data, context) {
  await countView(context.payload.product.id);
}
