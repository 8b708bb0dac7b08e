import { appendAuditEntry, flushAudit } from "./audit.js";
import { recordDelivery, renderReceipt, sendReceipt } from "./receipt.js";

export const handlers = { renderReceipt, sendReceipt, recordDelivery, appendAuditEntry, flushAudit };
