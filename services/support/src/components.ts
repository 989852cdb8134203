/** Made by `npm run generate`; do not edit. */
import { CompleteUploadHandler } from './attachments/complete-upload.js';
import { CreateUploadHandler } from './attachments/create-upload.js';
import { GetUploadHandler } from './attachments/get-upload.js';
import { OpenAttachmentHandler } from './attachments/open-attachment.js';
import { SweepUploadsHandler } from './attachments/sweep-uploads.js';
import { TerminateUploadHandler } from './attachments/terminate-upload.js';
import { AddMessageHandler } from './messages/add-message.js';
import { GetMessageBriefHandler } from './messages/get-message-brief.js';
import { ListMessagesHandler } from './messages/list-messages.js';
import { AnswerRequestHandler } from './queue/answer-request.js';
import { AssignRequestHandler } from './queue/assign-request.js';
import { GetStaffRequestHandler } from './queue/get-staff-request.js';
import { ListStaffMessagesHandler } from './queue/list-staff-messages.js';
import { ListStaffRequestsHandler } from './queue/list-staff-requests.js';
import { GetRequestFormHandler } from './request-form/get-request-form.js';
import { CloseRequestHandler } from './requests/close-request.js';
import { CreateRequestHandler } from './requests/create-request.js';
import { FindRequestHandler } from './requests/find-request.js';
import { GetRequestHandler } from './requests/get-request.js';
import { ListRequestsHandler } from './requests/list-requests.js';
import { RememberCompany } from './on/company-founded.js';
import { AttachmentsRepository } from './attachments/attachments.repository.js';
import { DataStatementsRepository } from './attachments/data-statements.repository.js';
import { UploadsRepository } from './attachments/uploads.repository.js';
import { Conversation } from './messages/conversation.js';
import { MessagesRepository } from './messages/messages.repository.js';
import { NamesRepository } from './names/names.repository.js';
import { Names } from './names/names.js';
import { RequestsAcrossCompanies } from './queue/requests-across-companies.repository.js';
import { EntitledProducts } from './request-form/entitled-products.js';
import { AutoCloseRequests } from './requests/auto-close-requests.js';
import { RequestsRepository } from './requests/requests.repository.js';
import { Attachment } from './attachments/attachment.entity.js';
import { DataStatement } from './attachments/data-statement.entity.js';
import { Message } from './messages/message.entity.js';
import { Company } from './names/company.entity.js';
import { Person } from './names/person.entity.js';
import { SupportRequest } from './requests/request.entity.js';

export const handlers = [
  CompleteUploadHandler,
  CreateUploadHandler,
  GetUploadHandler,
  OpenAttachmentHandler,
  SweepUploadsHandler,
  TerminateUploadHandler,
  AddMessageHandler,
  GetMessageBriefHandler,
  ListMessagesHandler,
  AnswerRequestHandler,
  AssignRequestHandler,
  GetStaffRequestHandler,
  ListStaffMessagesHandler,
  ListStaffRequestsHandler,
  GetRequestFormHandler,
  CloseRequestHandler,
  CreateRequestHandler,
  FindRequestHandler,
  GetRequestHandler,
  ListRequestsHandler,
];

export const consumers = [RememberCompany];

export const providers = [
  AttachmentsRepository,
  DataStatementsRepository,
  UploadsRepository,
  Conversation,
  MessagesRepository,
  NamesRepository,
  Names,
  RequestsAcrossCompanies,
  EntitledProducts,
  AutoCloseRequests,
  RequestsRepository,
];

export const entities = [Attachment, DataStatement, Message, Company, Person, SupportRequest];
