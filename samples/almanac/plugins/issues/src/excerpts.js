import { mail } from "../../../services/partners.js";

export const cutExcerpt = (data) => ({ excerpt: data.text.slice(0, 400) });

export const stampExcerpt = (data, { payload }) => ({ excerpt: `${payload.excerpt} (Almanac ${data.issue})` });

export const shareExcerpt = async (data, { payload }) => ({ shared: await mail.send(data.to, payload.excerpt) });
