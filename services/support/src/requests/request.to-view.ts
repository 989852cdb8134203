import type {
  AttachmentView,
  RequestDetails,
  RequestView,
  StaffRequestDetails,
  StaffRequestView,
} from '@tessera/contracts';
import type { SupportRequest } from './request.entity.js';

export function toRequestView(r: SupportRequest): RequestView {
  return {
    id: r.id,
    number: r.number,
    category: r.category,
    status: r.status,
    level: r.level,
    severity: r.severity,
    critical: r.critical,
    subject: r.subject,
    product: r.productId ? { id: r.productId, name: r.productName!, version: r.productVersion } : null,
    author: { id: r.authorId, name: r.authorName },
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
    contract: null,
    previousNumber: r.previousNumber,
  };
}

export function toRequestDetails(r: SupportRequest, attachments: AttachmentView[]): RequestDetails {
  return {
    ...toRequestView(r),
    description: r.description,
    osVersion: r.osVersion,
    type: r.type,
    subtype: r.subtype,
    feedbackType: r.feedbackType,
    relatedRequestId: r.relatedRequestId,
    attachments,
    open: r.open,
  };
}

export const toStaffRequestView = (r: SupportRequest): StaffRequestView => ({
  ...toRequestView(r),
  ...forStaff(r),
});

export const toStaffRequestDetails = (
  r: SupportRequest,
  attachments: AttachmentView[],
): StaffRequestDetails => ({
  ...toRequestDetails(r, attachments),
  ...forStaff(r),
});

const forStaff = (r: SupportRequest) => ({
  company: { id: r.companyId, name: r.companyName, ...(r.personal ? { personal: true } : {}) },
  assignee: r.assigneeId ? { id: r.assigneeId, name: r.assigneeName! } : null,
});
