import { Module } from '@nestjs/common';
import { AttachmentsRepository } from './attachments/attachments.repository.js';
import { CompleteUploadHandler } from './attachments/complete-upload.js';
import { CreateUploadHandler } from './attachments/create-upload.js';
import { DataStatementsRepository } from './attachments/data-statements.repository.js';
import { GetUploadHandler } from './attachments/get-upload.js';
import { OpenAttachmentHandler } from './attachments/open-attachment.js';
import { SweepUploadsHandler } from './attachments/sweep-uploads.js';
import { TerminateUploadHandler } from './attachments/terminate-upload.js';
import { UploadsRepository } from './attachments/uploads.repository.js';
import { AddMessageHandler } from './messages/add-message.js';
import { Conversation } from './messages/conversation.js';
import { GetMessageBriefHandler } from './messages/get-message-brief.js';
import { ListMessagesHandler } from './messages/list-messages.js';
import { MessagesRepository } from './messages/messages.repository.js';
import { Names } from './names/names.js';
import { NamesRepository } from './names/names.repository.js';
import { RememberCompany } from './on/company-founded.js';
import { AnswerRequestHandler } from './queue/answer-request.js';
import { AssignRequestHandler } from './queue/assign-request.js';
import { GetStaffRequestHandler } from './queue/get-staff-request.js';
import { ListStaffMessagesHandler } from './queue/list-staff-messages.js';
import { ListStaffRequestsHandler } from './queue/list-staff-requests.js';
import { RequestsAcrossCompanies } from './queue/requests-across-companies.repository.js';
import { EntitledProducts } from './request-form/entitled-products.js';
import { GetRequestFormHandler } from './request-form/get-request-form.js';
import { CloseRequestHandler } from './requests/close-request.js';
import { CreateRequestHandler } from './requests/create-request.js';
import { FindRequestHandler } from './requests/find-request.js';
import { GetRequestHandler } from './requests/get-request.js';
import { ListRequestsHandler } from './requests/list-requests.js';
import { RequestsRepository } from './requests/requests.repository.js';
import { AutoCloseRequests } from './requests/auto-close-requests.js';

@Module({
  controllers: [
    GetRequestFormHandler,
    CreateRequestHandler,
    ListRequestsHandler,
    GetRequestHandler,
    FindRequestHandler,
    CloseRequestHandler,
    ListMessagesHandler,
    AddMessageHandler,
    GetMessageBriefHandler,
    ListStaffRequestsHandler,
    GetStaffRequestHandler,
    ListStaffMessagesHandler,
    AnswerRequestHandler,
    AssignRequestHandler,
    CreateUploadHandler,
    GetUploadHandler,
    CompleteUploadHandler,
    TerminateUploadHandler,
    SweepUploadsHandler,
    OpenAttachmentHandler,
  ],
  providers: [
    RequestsRepository,
    RequestsAcrossCompanies,
    MessagesRepository,
    Conversation,
    AttachmentsRepository,
    UploadsRepository,
    DataStatementsRepository,
    EntitledProducts,
    Names,
    NamesRepository,
    AutoCloseRequests,
    RememberCompany,
  ],
})
export class AppModule {}
