/** Generated from docs/api/openapi.json by `npm run generate`. */

export interface paths {
  '/activations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Activate an application on a device; takes a seat, the same one for the same device. */
    post: operations['createActivation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/activations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deactivate an application; the seat is free when the device has no other one. */
    delete: operations['endActivation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/activations/{id}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask whether an activation still holds. */
    post: operations['checkActivation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agent/challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A nonce that a device signs to connect; valid once, for a minute. */
    post: operations['makeChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agent/connect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** WebSocket of a device: tells it to look. The protocol is in docs/agent-protocol.md. */
    get: operations['connectAgent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agent/enroll': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A device joins an account with an enrollment code and a key pair of its own. */
    post: operations['enrollDevice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agent/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A device proves that it holds its key, and gets a token for its check-ins. */
    post: operations['openSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agent/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A check-in: what has changed on the device goes up, commands come down. */
    post: operations['syncDevice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of a request that the caller may read, always as a download. */
    get: operations['downloadAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/activate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Uses a mailed link up: sets the password, and claims the license that was given at registration. */
    post: operations['activateRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an account of an invitation and joins the company. */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/links/inspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a mailed link stands for, so that a person sees it before it is used; it is not used up. */
    post: operations['inspectLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/password/forgot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mails a link for a new password, if the address is known; the answer never tells. */
    post: operations['forgotPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/password/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Uses a mailed link up: sets a new password and ends every session. It signs nobody in. */
    post: operations['resetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turns a refresh token into a new pair; using a spent one ends the session. */
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for an account; what follows goes by mail. The answer never tells whether the address is known. */
    post: operations['createRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a session. Unknown, wrong, locked and not activated are one answer. */
    post: operations['signInSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the session of the person who asks, with its tokens. */
    post: operations['signOutSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/brand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the vendor looks: name, accent, support, legal pages. Pictures and colors are at /brand/logo and /brand.css. */
    get: operations['getBrand'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/commands/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a command: at once while it waits, with the acknowledgement of the device once it has it.
     * @description Needs the right `devices.manage`.
     */
    post: operations['cancelCommand'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/company': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Founds a company later, with a license or without; the person who asks becomes its owner.
     * @description Not for the role `device_member`.
     */
    post: operations['foundCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/company/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Invitations of the company, newest first.
     * @description Needs the right `users.invite`.
     */
    get: operations['listInvitation'];
    put?: never;
    /**
     * Invites a person into the company; nobody grants what he lacks.
     * @description Needs the right `users.invite`.
     */
    post: operations['createInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/company/invitations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Withdraws an invitation; its link is worth nothing from now on.
     * @description Needs the right `users.invite`.
     */
    delete: operations['cancelInvitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/company/invitations/{id}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends an invitation once more, also an expired one, with a new lifetime.
     * @description Needs the right `users.invite`.
     */
    post: operations['resendInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/devices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The company's devices by name.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['listDevice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/devices/enrollments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The codes with which devices can join at this moment, the newest first.
     * @description Needs the right `devices.manage`.
     */
    get: operations['listEnrollment'];
    put?: never;
    /**
     * Make a code with which devices join the account.
     * @description Needs the right `devices.manage`.
     */
    post: operations['createEnrollment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/devices/enrollments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Withdraw a code: no device joins with it any more; those that have joined stay.
     * @description Needs the right `devices.manage`.
     */
    delete: operations['revokeEnrollment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/devices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One device with its status, the reasons and its apps.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['getDevice'];
    put?: never;
    post?: never;
    /**
     * Disconnect a device and its apps; licenses and seats stay, and it can be reconnected.
     * @description Needs the right `devices.manage`.
     */
    delete: operations['disconnectDevice'];
    options?: never;
    head?: never;
    /**
     * Give a device another name.
     * @description Needs the right `devices.manage`.
     */
    patch: operations['renameDevice'];
    trace?: never;
  };
  '/devices/{id}/commands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A device's commands, the newest first.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['listCommand'];
    put?: never;
    /**
     * Give a device a command; an offline device gets it when it comes back.
     * @description Needs the right `devices.manage`.
     */
    post: operations['sendCommand'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changed for this person, as server-sent events, while the session lasts.
     * @description Events: `hello` at the start; `change` with `{ kind, ids }`, never whole records; `resync` when something may be missing, and everything shown should be read anew. A client that first reads and then listens asks for what changed in between with `ago`.
     */
    get: operations['streamEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts an invitation with the account of the person who asks; the address must be the invited one.
     * @description Not for the role `device_member`.
     */
    post: operations['joinInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/key-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have the key files of a code mailed, with the list of what they activate. */
    post: operations['orderKeyFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The licenses of the company.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['listLicense'];
    put?: never;
    /**
     * Add a license to the company.
     * @description Needs the right `licenses.manage`.
     */
    post: operations['addLicense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything about one license.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['getLicense'];
    put?: never;
    post?: never;
    /**
     * Remove a license from the company. Applications that use it go on.
     * @description Needs the right `licenses.manage`.
     */
    delete: operations['removeLicense'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The applications that a license activates.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['listApplication'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/key-files/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A key file of a license, as attachment.
     * @description Needs the right `licenses.manage`.
     */
    get: operations['getKeyFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/seats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The seats of a license that are taken, the oldest first.
     * @description Needs a company. Not for the role `device_member`.
     */
    get: operations['listSeat'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/seats/{seatId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Free a seat. The next check of the applications on that device fails.
     * @description Needs the right `licenses.manage`.
     */
    delete: operations['releaseSeat'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Profile, role, rights and company of the person who asks. */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes name, country or language of the person who asks. */
    patch: operations['updateMe'];
    trace?: never;
  };
  '/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the person who asks has been told, the newest first. */
    get: operations['listNotification'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks every notification of the person who asks as read. */
    post: operations['readAllNotification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks a notification as read; one that is read already stays so. */
    post: operations['readNotification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The products that the vendor sells. */
    get: operations['listProduct'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/request-form': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The choices of the request form, and the levels that the person may choose.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    get: operations['getRequestForm'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Own requests, or all of the company, the newest first.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    get: operations['listRequest'];
    put?: never;
    /**
     * Register a request; its author is mailed the number.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    post: operations['createRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/by-number/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The request of a number, among those that the person may see.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    get: operations['findRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One request with its description.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    get: operations['getRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a request that is solved or no longer current; final.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    post: operations['closeRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The conversation of a request, the oldest message first.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    get: operations['listMessage'];
    put?: never;
    /**
     * Answer support; a request that waits for an answer, or that was solved, is in progress again.
     * @description For people with or without a company. Not for the role `device_member`.
     */
    post: operations['addMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/root-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The vendor's root public keys, against which applications verify key files and certificates. */
    get: operations['getRootKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The customers: all companies, by name.
     * @description For support-agent, support-lead, license-admin, platform-admin; does not exist for others.
     */
    get: operations['listStaffCompany'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/companies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One customer.
     * @description For support-agent, support-lead, license-admin, platform-admin; does not exist for others.
     */
    get: operations['getStaffCompany'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/companies/{id}/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The people of one customer.
     * @description For support-agent, support-lead, license-admin, platform-admin; does not exist for others.
     */
    get: operations['listStaffCompanyUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/licenses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The licenses of one customer, the next to expire first; codes are masked.
     * @description For support-agent, support-lead, license-admin, platform-admin; does not exist for others.
     */
    get: operations['listStaffLicense'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/licenses/{id}/block': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Block a license. Blocking again changes nothing.
     * @description For license-admin, platform-admin; does not exist for others.
     */
    post: operations['blockLicense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/licenses/{id}/unblock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lift the block of a license.
     * @description For license-admin, platform-admin; does not exist for others.
     */
    post: operations['unblockLicense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The orders, the latest first; a partner sees its own.
     * @description For license-admin, platform-admin, partner; does not exist for others.
     */
    get: operations['listOrder'];
    put?: never;
    /**
     * Order licenses for a customer; answers the activation codes.
     * @description For license-admin, platform-admin, partner; does not exist for others.
     */
    post: operations['createOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The queue: requests of all companies.
     * @description For support-agent, support-lead, platform-admin; does not exist for others.
     */
    get: operations['listStaffRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One request of any company.
     * @description For support-agent, support-lead, platform-admin; does not exist for others.
     */
    get: operations['getStaffRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/requests/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a request to one of the support staff.
     * @description For support-agent, support-lead, platform-admin; does not exist for others.
     */
    post: operations['assignRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/requests/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The conversation with the internal notes, the oldest message first.
     * @description For support-agent, support-lead, platform-admin; does not exist for others.
     */
    get: operations['listStaffMessage'];
    put?: never;
    /**
     * Answer the customer, or leave a note for colleagues.
     * @description For support-agent, support-lead, platform-admin; does not exist for others.
     */
    post: operations['answerRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The vendor's people and partners, newest first.
     * @description For platform-admin; does not exist for others.
     */
    get: operations['listStaffUser'];
    put?: never;
    /**
     * Invites one of the vendor's people, or a partner, by mail.
     * @description For platform-admin; does not exist for others.
     */
    post: operations['createStaffUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin a resumable upload (tus 1.0); the id at the end of Location is the attachment id. */
    post: operations['createUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/uploads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Give an own upload up. */
    delete: operations['terminateUpload'];
    options?: never;
    /** How much of an own upload has arrived, to resume from there. */
    head: operations['getUploadOffset'];
    /** Send bytes from the offset on, as many as wished; interrupted, ask for the offset and go on. */
    patch: operations['appendUpload'];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptInvitation: {
      /** Format: line */
      token: string;
      /** Format: line */
      firstName: string;
      /** Format: line */
      lastName: string;
      /** Format: country */
      country: string;
      /** Format: text */
      password: string;
      /** @constant */
      acceptTerms: true;
      /** @constant */
      acceptPrivacy: true;
    };
    Activate: {
      /** Format: line */
      token: string;
      /** Format: text */
      password: string;
    };
    ActivatedLicense: {
      /** @enum {string} */
      status: 'active' | 'expired' | 'not_activated' | 'blocked' | 'under_verification' | 'superseded';
      /** Format: date-time */
      expiresAt: string;
    };
    ActivatingApplication: {
      /**
       * Format: uuid
       * @description The application's product.
       */
      product: string;
      /**
       * Format: line
       * @description A listed version covers itself and those below it, segment by segment: 12.6 covers 12.6.1.
       */
      version: string;
    };
    AddLicense: {
      /**
       * Format: verbatim
       * @description Activation code, XXXXX-XXXXX-XXXXX-XXXXX.
       */
      activationCode?: string;
      /**
       * Format: verbatim
       * @description Text of a key file.
       */
      keyFile?: string;
    } & (unknown | unknown);
    AppComponent: {
      /** Format: line */
      id: string;
      /** Format: line */
      name: string;
      /** @enum {string} */
      state: 'on' | 'off' | 'failed';
    };
    AttachmentView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      fileName: string;
      /** @description Bytes. */
      size: number;
    };
    CatalogueProduct: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: line */
      group: string;
      activationMethods: ('push' | 'code' | 'key_file')[];
      versions: string[];
      /** @description What a license of it activates, itself included unless it is a bundle: the ids to ask for. */
      applicationIds?: string[];
    };
    Challenge: {
      /** Format: line */
      challenge: string;
      /** Format: date-time */
      expiresAt: string;
    };
    CheckReason: {
      /** Format: line */
      code: string;
      /**
       * Format: line
       * @description What to do about it, in the caller's language.
       */
      remedy: string;
    };
    CheckedActivation: {
      valid: boolean;
      /** @description Every reason at once; empty when valid. */
      reasons: components['schemas']['CheckReason'][];
      license: components['schemas']['ActivatedLicense'];
      /** Format: date-time */
      nextCheckAt: string;
      /**
       * Format: text
       * @description Signed, a no as well as a yes; store it in place of the one before. null only for a no that cannot be signed.
       */
      certificate: string | null;
    };
    CommandPage: {
      items: components['schemas']['CommandView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    CommandReport: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      state: 'running' | 'succeeded' | 'failed' | 'rejected' | 'cancelled';
      progress?: number;
      /** Format: line */
      reason?: string;
      /** @description At most 16 KiB. */
      result?: Record<string, never>;
    };
    CommandStep: {
      /** @enum {string} */
      state:
        | 'queued'
        | 'delivered'
        | 'running'
        | 'succeeded'
        | 'failed'
        | 'rejected'
        | 'expired'
        | 'timed_out'
        | 'cancelling'
        | 'cancelled'
        | 'superseded';
      /** Format: date-time */
      at: string;
      /**
       * Format: line
       * @description Why, where the device or the platform says so.
       */
      reason: string | null;
    };
    CommandView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      deviceId: string;
      /** @enum {string} */
      kind:
        'quick_scan' | 'full_scan' | 'update_databases' | 'lock_and_locate' | 'alarm' | 'mugshot' | 'wipe';
      /** @enum {string} */
      state:
        | 'queued'
        | 'delivered'
        | 'running'
        | 'succeeded'
        | 'failed'
        | 'rejected'
        | 'expired'
        | 'timed_out'
        | 'cancelling'
        | 'cancelled'
        | 'superseded';
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The device gets it until then, or never.
       */
      deliverBy: string;
      /**
       * Format: date-time
       * @description The result is there until then, or the command has timed out.
       */
      resultBy: string;
      /** @description Percent, as the device reports it. */
      progress: number | null;
      timeline: components['schemas']['CommandStep'][];
      /** @description What the device reports at the end. */
      result: Record<string, never> | null;
    };
    CompanyOwner: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: email */
      email: string;
    };
    CompanyView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: country */
      country: string;
    };
    CreateActivation: {
      /** Format: verbatim */
      activationCode?: string;
      /** Format: verbatim */
      keyFile?: string;
      /**
       * Format: line
       * @description What makes the device the same one next time.
       */
      fingerprint: string;
      application: components['schemas']['ActivatingApplication'];
      /** Format: line */
      deviceName: string;
      /**
       * Format: line
       * @description Unique to this activation; the certificate repeats it, so that it is known to be new without a clock.
       */
      nonce?: string;
    } & (unknown | unknown);
    CreateEnrollment: {
      /** @description How many devices may join with the code; 1 by default. */
      maxUses?: number;
    };
    CreateInvitation: {
      /** Format: email */
      email: string;
      /** @enum {string} */
      purpose: 'member' | 'device' | 'both';
      rights?: (
        | 'requests.manage'
        | 'users.manage'
        | 'users.invite'
        | 'users.notify'
        | 'licenses.manage'
        | 'company.edit'
        | 'devices.manage'
      )[];
    };
    CreateOrder: {
      /** Format: line */
      companyName: string;
      /** Format: uuid */
      productId: string;
      /** @description Devices per code. */
      seats: number;
      termDays: number;
      /** @enum {string} */
      kind: 'commercial' | 'trial' | 'nfr';
      /** @description How many codes. */
      quantity: number;
      /**
       * Format: uuid
       * @description A partner's own, unless given.
       */
      partnerId?: string;
      /**
       * Format: date-time
       * @description The term counts from here; from now, unless given.
       */
      startsAt?: string;
    };
    CreateRequest: {
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      /**
       * Format: uuid
       * @description Required for `technical`; one of the request form.
       */
      productId?: string;
      /** Format: line */
      productVersion?: string;
      /** @enum {string} */
      level?: 'standard' | 'premium';
      /** Format: line */
      osVersion?: string;
      /**
       * Format: line
       * @description One of the request form.
       */
      type?: string;
      /**
       * Format: line
       * @description One of the type’s subtypes.
       */
      subtype?: string;
      /** Format: line */
      subject: string;
      /**
       * Format: text
       * @description The exact problem, and the steps to reproduce it.
       */
      description: string;
      /** @description A critical incident; needs a contract that provides for it. */
      critical?: boolean;
      acceptCriticalTerms?: boolean;
      /** @description Complete uploads of the author, at most 3. */
      attachmentIds?: string[];
      /**
       * Format: line
       * @description The final request that this one continues.
       */
      previousNumber?: string;
      /**
       * @description Required for `feedback`.
       * @enum {string}
       */
      feedbackType?: 'thanks' | 'complaint';
      /**
       * Format: uuid
       * @description The request that the feedback is about.
       */
      relatedRequestId?: string;
      /**
       * Format: text
       * @description Required for `apns_certificate`: the text of the .csr file.
       */
      csr?: string;
    };
    CreateStaffUser: {
      /** Format: email */
      email: string;
      /** Format: line */
      firstName: string;
      /** Format: line */
      lastName: string;
      /** @enum {string} */
      role: 'support-agent' | 'support-lead' | 'license-admin' | 'platform-admin' | 'partner';
      /**
       * Format: uuid
       * @description For the role `partner`.
       */
      partnerId?: string;
    };
    CreatedActivation: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @description Secret of the application; replaces an earlier one.
       */
      token: string;
      license: components['schemas']['ActivatedLicense'];
      /**
       * Format: text
       * @description Signed; valid offline until its own validUntil.
       */
      certificate: string;
    };
    CreatedOrder: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      orderNumber: string;
      /** Format: uuid */
      productId: string;
      activationCodes: string[];
    };
    DeviceAppView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      product: string;
      /** Format: line */
      version: string;
      connected: boolean;
      installed: boolean;
      /** @description It holds a seat of a license; null: not known, since only licensing could say so. */
      seatInUse?: boolean | null;
      components: components['schemas']['AppComponent'][];
    };
    DevicePage: {
      items: components['schemas']['DeviceView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    DeviceReasonView: {
      /**
       * Format: line
       * @description Stable, e.g. PROTECTION_OFF.
       */
      code: string;
      /** @enum {string} */
      severity: 'info' | 'attention' | 'problem';
      /**
       * Format: line
       * @description What helps, in the caller's language.
       */
      remedy: string;
    };
    DeviceReport: {
      protectionRunning?: boolean;
      realTimeProtection?: boolean;
      /**
       * Format: date-time
       * @description Date of the app databases, by the device's clock.
       */
      databasesAt?: string;
      /** @description Found and not removed. */
      activeThreats?: number;
      possibleThreats?: number;
      encryptionFailed?: boolean;
      /** Format: date-time */
      licenseExpiresAt?: string;
      incompatibleApp?: boolean;
      restartRequired?: boolean;
      /** @enum {string} */
      activity?: 'idle' | 'scan' | 'update';
    };
    DeviceSession: {
      /** Format: uuid */
      deviceId: string;
      /**
       * Format: line
       * @description Opaque; goes into every check-in.
       */
      token: string;
      /** Format: date-time */
      expiresAt: string;
      /**
       * Format: date-time
       * @description The clock by which expiresAt is meant.
       */
      serverTime?: string;
      /**
       * Format: line
       * @description Keep it on disk: the next session has to show it.
       */
      continuity: string;
      /** @description Seconds until the next check-in. */
      nextInterval: number;
    };
    DeviceView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** @enum {string} */
      platform: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';
      /** @description false: disconnected from the account; it can be reconnected. */
      connected: boolean;
      online: boolean;
      /** Format: date-time */
      lastSeenAt: string | null;
      /** @enum {string} */
      status: 'protected' | 'attention' | 'problem' | 'busy' | 'unknown';
      reasons: components['schemas']['DeviceReasonView'][];
      /** @description Seconds by which its clock is ahead of the platform; below zero, behind; null: not known. */
      clockSkewSeconds?: number | null;
      apps: components['schemas']['DeviceAppView'][];
    };
    DrawnEnrollment: {
      /**
       * Format: uuid
       * @description By which it is withdrawn.
       */
      id?: string;
      /**
       * Format: line
       * @description Shown once: only its hash is kept.
       */
      code: string;
      /**
       * Format: line
       * @description A page that explains how to join; it has the code in its fragment.
       */
      url: string;
      /** Format: date-time */
      expiresAt: string;
      /**
       * Format: text
       * @description The url as a QR code: PNG as a data URL.
       */
      qr: string;
    };
    Empty: Record<string, never>;
    EnrollDevice: {
      /**
       * Format: verbatim
       * @description Enrollment code as it was typed or pasted; case, blanks and dashes do not matter.
       */
      code: string;
      /**
       * Format: line
       * @description Ed25519 public key, 32 bytes as base64url. The private key never leaves the device.
       */
      publicKey: string;
      /**
       * Format: line
       * @description Ed25519 signature (base64url) over `tessera-enroll-v1`, LF, the code as sent or folded, LF, publicKey.
       */
      proof: string;
      /**
       * Format: line
       * @description The key that the account knows the device by, when it is replaced: after a quarantine.
       */
      previousPublicKey?: string;
      /**
       * Format: line
       * @description Signature of the previous key over `tessera-replace-v1`, LF, the code as above, LF, publicKey.
       */
      previousProof?: string;
      /**
       * Format: line
       * @description Its platform, where it shows nothing.
       */
      name: string;
      /** @enum {string} */
      platform: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';
      /** @description Commands that it can run; all three by default. Unknown ones do not matter. */
      capabilities?: ('quick_scan' | 'full_scan' | 'update_databases')[];
      /**
       * Format: date-time
       * @description The device's clock at this moment.
       */
      clock?: string;
      report?: components['schemas']['DeviceReport'];
      apps?: components['schemas']['InstalledApp'][];
    };
    EnrolledDevice: {
      /** Format: uuid */
      deviceId: string;
      /** @description Counts the enrollments of this device; everything is bound to it. */
      epoch: number;
      /** @description Pin them: they sign commands. */
      serviceKeys: components['schemas']['ServiceKey'][];
      /** Format: line */
      syncUrl: string;
      /** Format: line */
      connectUrl: string;
      /** @description Seconds until the first check-in. */
      nextInterval: number;
      /** @description What of report and apps was not taken. */
      refused?: components['schemas']['RefusedPart'][];
    };
    EnrollmentPage: {
      items: components['schemas']['LiveEnrollment'][];
      /** Format: line */
      nextCursor: string | null;
    };
    ForgotPassword: {
      /** Format: email */
      email: string;
    };
    FormAttachments: {
      maxFiles: number;
      maxBytes: number;
      /** @description The statement on provision of data has been accepted; the first upload ever needs it. */
      dataStatementAccepted: boolean;
    };
    FormLevel: {
      /** @enum {string} */
      level: 'standard' | 'premium';
      allowed: boolean;
      reason: ('PRODUCT_WITHOUT_PREMIUM' | 'NO_PREMIUM_CONTRACT') | null;
    };
    FormProduct: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      versions: string[];
      /**
       * Format: line
       * @description The patch to install before asking support.
       */
      recommendedPatch: string | null;
    };
    FormProductGroup: {
      /** Format: line */
      name: string;
      products: components['schemas']['FormProduct'][];
    };
    FormType: {
      /** Format: line */
      id: string;
      subtypes: string[];
    };
    FoundCompany: {
      /**
       * Format: line
       * @description Exactly as in the license, where one is given.
       */
      companyName: string;
      /** Format: country */
      country: string;
      /**
       * Format: verbatim
       * @description XXXXX-XXXXX-XXXXX-XXXXX.
       */
      activationCode?: string;
      /**
       * Format: verbatim
       * @description Text of a key file.
       */
      keyFile?: string;
    };
    InspectLink: {
      /** Format: line */
      token: string;
    };
    InspectedLink: {
      /** @enum {string} */
      purpose: 'activation' | 'password_reset' | 'invitation' | 'staff_invitation';
      /** Format: email */
      email: string;
      /**
       * Format: line
       * @description Empty when it is not known yet.
       */
      firstName: string;
      /** Format: line */
      lastName: string;
      /**
       * Format: line
       * @description Of an activation: the company that is to be founded; of an invitation: the one that invites.
       */
      companyName: string | null;
      /**
       * Format: line
       * @description Of an invitation: who invites.
       */
      inviterName: string | null;
      /**
       * @description Of an activation: what the form was sent with.
       * @enum {string}
       */
      license: 'code' | 'key_file' | 'none';
      /**
       * Format: line
       * @description The end of the activation code.
       */
      codeEnd: string | null;
      /** Format: date-time */
      expiresAt: string;
    };
    InstalledApp: {
      /** Format: line */
      product: string;
      /** Format: line */
      version: string;
      /** @description Ignored: who holds a seat is for licensing to say. */
      seatInUse?: boolean;
      components?: components['schemas']['AppComponent'][];
    };
    InvitationList: {
      items: components['schemas']['InvitationView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    InvitationView: {
      /** Format: uuid */
      id: string;
      /** Format: email */
      email: string;
      /** @enum {string} */
      purpose: 'member' | 'device' | 'both';
      rights: (
        | 'requests.manage'
        | 'users.manage'
        | 'users.invite'
        | 'users.notify'
        | 'licenses.manage'
        | 'company.edit'
        | 'devices.manage'
      )[];
      /** @enum {string} */
      status: 'pending' | 'expired' | 'accepted' | 'cancelled';
      /**
       * Format: uuid
       * @description Who sent it last, and vouches for what it grants.
       */
      inviterId: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    JoinCompany: {
      /** Format: line */
      token: string;
    };
    LicenseKeyFile: {
      /**
       * Format: line
       * @description File name, XXXXXXXX.key.
       */
      name: string;
      /**
       * Format: line
       * @description Name of the product that it activates.
       */
      product: string;
    };
    LicenseList: {
      items: components['schemas']['LicenseView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    LicenseOrderList: {
      items: components['schemas']['LicenseOrderView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    LicenseOrderView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      orderNumber: string;
      /** Format: line */
      companyName: string;
      /** Format: uuid */
      productId: string;
      seats: number;
      termDays: number;
      /** @enum {string} */
      kind: 'commercial' | 'trial' | 'nfr';
      quantity: number;
      /** Format: uuid */
      partnerId: string | null;
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: date-time */
      createdAt: string;
    };
    LicenseView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @description Shared by all entries of one code.
       */
      serialNumber: string;
      /**
       * Format: line
       * @description Masked for people without `licenses.manage`; null where only a key file was added.
       */
      activationCode: string | null;
      product: components['schemas']['LicensedProduct'];
      /** @enum {string} */
      status: 'active' | 'expired' | 'not_activated' | 'blocked' | 'under_verification' | 'superseded';
      seats: components['schemas']['SeatCount'];
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: line */
      orderNumber: string;
      /** Format: date-time */
      addedAt: string;
      /** @description Empty for people without `licenses.manage`. */
      keyFiles: components['schemas']['LicenseKeyFile'][];
      /** Format: uuid */
      supersededBy: string | null;
    };
    LicensedApplication: {
      /**
       * Format: uuid
       * @description The application's product.
       */
      id: string;
      /** Format: line */
      name: string;
      versions: string[];
      /**
       * Format: line
       * @description The key file that activates it.
       */
      keyFile: string | null;
    };
    LicensedApplications: {
      items: components['schemas']['LicensedApplication'][];
    };
    LicensedProduct: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
    };
    ListedStaffLicense: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @description Shared by all entries of one code.
       */
      serialNumber: string;
      /**
       * Format: line
       * @description Masked for people without `licenses.manage`; null where only a key file was added.
       */
      activationCode: string | null;
      product: components['schemas']['LicensedProduct'];
      /** @enum {string} */
      status: 'active' | 'expired' | 'not_activated' | 'blocked' | 'under_verification' | 'superseded';
      seats: components['schemas']['SeatCount'];
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: line */
      orderNumber: string;
      /** Format: date-time */
      addedAt: string;
      /** @description Empty for people without `licenses.manage`. */
      keyFiles: components['schemas']['LicenseKeyFile'][];
      /** Format: uuid */
      supersededBy: string | null;
      /** Format: date-time */
      blockedAt: string | null;
      /** Format: text */
      blockReason: string | null;
    };
    LiveEnrollment: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @description The last characters of the code.
       */
      codeEnding: string | null;
      /**
       * Format: uuid
       * @description Who made it.
       */
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @description Devices that have joined with it. */
      uses: number;
      maxUses: number;
    };
    MeCompany: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
    };
    MeView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: email
       * @description As people read it: an international domain in Unicode.
       */
      email: string;
      /** Format: line */
      firstName: string;
      /** Format: line */
      lastName: string;
      /** Format: country */
      country: string | null;
      /**
       * Format: language
       * @description null: not chosen yet.
       */
      language: string | null;
      /** @description The company rights in force. */
      rights: (
        | 'requests.manage'
        | 'users.manage'
        | 'users.invite'
        | 'users.notify'
        | 'licenses.manage'
        | 'company.edit'
        | 'devices.manage'
      )[];
      /** @enum {string} */
      role:
        | 'owner'
        | 'administrator'
        | 'member'
        | 'device_member'
        | 'none'
        | 'support-agent'
        | 'support-lead'
        | 'license-admin'
        | 'platform-admin'
        | 'partner';
      company: components['schemas']['MeCompany'] | null;
    };
    MessageList: {
      items: components['schemas']['MessageView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    MessageView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      from: 'customer' | 'support';
      /** Format: line */
      writer: string;
      /** Format: text */
      text: string;
      attachments: components['schemas']['AttachmentView'][];
      /** Format: date-time */
      createdAt: string;
    };
    NotificationList: {
      items: components['schemas']['NotificationView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    NotificationView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind:
        | 'welcome'
        | 'license_not_claimed'
        | 'password_changed'
        | 'invitation_accepted'
        | 'license_added'
        | 'license_removed'
        | 'license_blocked'
        | 'request_registered'
        | 'request_answered'
        | 'device_enrolled'
        | 'device_disconnected'
        | 'command_finished';
      /**
       * Format: line
       * @description In the language of whoever asks.
       */
      title: string;
      /** Format: text */
      text: string;
      topic: ('license' | 'request' | 'device' | 'user') | null;
      /**
       * Format: uuid
       * @description The id of that thing.
       */
      topicId: string | null;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description null: not read yet.
       */
      readAt: string | null;
    };
    OpenSession: {
      /** Format: uuid */
      deviceId: string;
      epoch: number;
      /** Format: line */
      challenge: string;
      /**
       * Format: line
       * @description What the last session gave; empty for the first one of an enrollment.
       */
      continuity: string;
      /**
       * Format: line
       * @description Ed25519 signature over `tessera-session-v1`, LF, challenge, LF, deviceId, LF, epoch, LF, continuity.
       */
      signature: string;
      /**
       * Format: date-time
       * @description The device's clock at this moment.
       */
      clock?: string;
    };
    OrderKeyFiles: {
      /** Format: verbatim */
      activationCode: string;
      /**
       * Format: email
       * @description Where the archive is mailed to.
       */
      email: string;
    };
    /** @description What went wrong (RFC 9457). `code` is stable; `detail` is in the language of the caller. */
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @description Stable, in capitals. */
      code: string;
      detail: string;
      /** @description Asking again, with the same idempotency key, may succeed. */
      retryable?: boolean;
      traceId: string;
      /** @description Seconds. */
      retryAfter?: number;
      /** @description Figures and names that the detail mentions. */
      params?: Record<string, never>;
      errors?: {
        field: string;
        code: string;
        detail: string;
      }[];
    };
    ProductCatalogue: {
      items: components['schemas']['CatalogueProduct'][];
    };
    RefreshSession: {
      /** Format: line */
      refreshToken: string;
    };
    RefreshedSession: {
      /** Format: line */
      accessToken: string;
      /**
       * Format: line
       * @description The old one is spent.
       */
      refreshToken: string;
      /**
       * Format: date-time
       * @description End of the access token.
       */
      expiresAt: string;
    };
    RefusedPart: {
      /**
       * Format: line
       * @description Where it stands, e.g. `apps/0/components/2/state`.
       */
      part: string;
      /**
       * Format: line
       * @description Why, e.g. NOT_ALLOWED, TOO_LONG, RESULT_INVALID.
       */
      code: string;
    };
    Register: {
      /** Format: line */
      firstName: string;
      /** Format: line */
      lastName: string;
      /**
       * Format: line
       * @description Exactly as in the license.
       */
      companyName?: string;
      /** Format: email */
      email: string;
      /** Format: country */
      country: string;
      /**
       * Format: verbatim
       * @description XXXXX-XXXXX-XXXXX-XXXXX.
       */
      activationCode?: string;
      /**
       * Format: verbatim
       * @description Text of a key file.
       */
      keyFile?: string;
      /** @constant */
      acceptTerms: true;
      /** @constant */
      acceptPrivacy: true;
      /** @description Yearly surveys on the quality of support. */
      surveyConsent: boolean;
      /** Format: language */
      language?: string;
      /**
       * Format: line
       * @description Answer to a challenge. None is set yet: one that is given is refused, and not passed over.
       */
      captcha?: string;
    };
    RequestAssignee: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
    };
    RequestAuthor: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
    };
    RequestCompany: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** @description No company: `id` and `name` are the author’s. */
      personal?: boolean;
    };
    RequestDetails: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @example T-2026-000123
       */
      number: string;
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      /** @enum {string} */
      status:
        | 'in_progress'
        | 'awaiting_reply'
        | 'solution_provided'
        | 'resolved_no_information'
        | 'closed'
        | 'closed_redirected'
        | 'cancelled_by_specialist'
        | 'cancelled_by_user'
        | 'cancelled_expired';
      /** @enum {string} */
      level: 'standard' | 'premium';
      /** @description 1 is the worst; null until it is judged. */
      severity: number | null;
      /** @description A critical incident. */
      critical: boolean;
      /** Format: line */
      subject: string;
      product: components['schemas']['RequestedProduct'] | null;
      author: components['schemas']['RequestAuthor'];
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last change of its status or conversation.
       */
      updatedAt: string;
      contract: components['schemas']['RequestedContract'] | null;
      /**
       * Format: line
       * @description The final request that this one continues.
       */
      previousNumber: string | null;
      /** Format: text */
      description: string;
      /** Format: line */
      osVersion: string | null;
      /** Format: line */
      type: string | null;
      /** Format: line */
      subtype: string | null;
      feedbackType: ('thanks' | 'complaint') | null;
      /** Format: uuid */
      relatedRequestId: string | null;
      attachments: components['schemas']['AttachmentView'][];
      /** @description It can be answered and closed; false once it is final. */
      open: boolean;
    };
    RequestForm: {
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      categories: ('technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate')[];
      /** @description Only products for which the company has a valid license. */
      productGroups: components['schemas']['FormProductGroup'][];
      product: components['schemas']['FormProduct'] | null;
      levels: components['schemas']['FormLevel'][];
      /** @description A critical incident can be reported. */
      criticalAllowed: boolean;
      types: components['schemas']['FormType'][];
      feedbackTypes: ('thanks' | 'complaint')[];
      attachments: components['schemas']['FormAttachments'];
    };
    RequestList: {
      items: components['schemas']['RequestView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    RequestView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @example T-2026-000123
       */
      number: string;
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      /** @enum {string} */
      status:
        | 'in_progress'
        | 'awaiting_reply'
        | 'solution_provided'
        | 'resolved_no_information'
        | 'closed'
        | 'closed_redirected'
        | 'cancelled_by_specialist'
        | 'cancelled_by_user'
        | 'cancelled_expired';
      /** @enum {string} */
      level: 'standard' | 'premium';
      /** @description 1 is the worst; null until it is judged. */
      severity: number | null;
      /** @description A critical incident. */
      critical: boolean;
      /** Format: line */
      subject: string;
      product: components['schemas']['RequestedProduct'] | null;
      author: components['schemas']['RequestAuthor'];
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last change of its status or conversation.
       */
      updatedAt: string;
      contract: components['schemas']['RequestedContract'] | null;
      /**
       * Format: line
       * @description The final request that this one continues.
       */
      previousNumber: string | null;
    };
    RequestedContract: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
    };
    RequestedProduct: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: line */
      version: string | null;
    };
    ResetPassword: {
      /** Format: line */
      token: string;
      /** Format: text */
      password: string;
    };
    RootKey: {
      /**
       * Format: line
       * @description The first 16 characters of what `Signer` says in a product-key certificate of this key.
       */
      keyId: string;
      /**
       * Format: text
       * @description SubjectPublicKeyInfo in PEM, Ed25519; secret from nobody.
       */
      pem: string;
    };
    RootKeys: {
      /** @description Several while one is being replaced. */
      items: components['schemas']['RootKey'][];
    };
    SeatApplication: {
      /** Format: uuid */
      product: string;
      /** Format: line */
      name: string;
      /** Format: line */
      version: string;
    };
    SeatCount: {
      /** @description Devices that may use the license at once. */
      limit: number;
      used: number;
    };
    SeatList: {
      items: components['schemas']['SeatView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    SeatView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      deviceName: string;
      /** Format: date-time */
      takenAt: string;
      applications: components['schemas']['SeatApplication'][];
    };
    ServiceKey: {
      /** Format: line */
      id: string;
      /**
       * Format: line
       * @description Ed25519 public key as base64url.
       */
      publicKey: string;
    };
    SignInBody: {
      /** Format: text */
      email: string;
      /** Format: text */
      password: string;
      /**
       * Format: line
       * @description One-time code. Accounts have no second step yet: one that is given is refused, and not passed over.
       */
      otp?: string;
    };
    SignInReply: {
      user: components['schemas']['MeView'];
      /**
       * Format: date-time
       * @description End of the session at the latest.
       */
      expiresAt: string;
      /**
       * Format: line
       * @description For programs: `Authorization: Bearer`. Pages get the cookie alone.
       */
      accessToken?: string;
      /**
       * Format: date-time
       * @description End of the access token.
       */
      accessExpiresAt?: string;
      /**
       * Format: line
       * @description For programs: see `POST /auth/refresh`.
       */
      refreshToken?: string;
    };
    SignedCommand: {
      /**
       * Format: text
       * @description JSON, see docs/agent-protocol.md.
       */
      payload: string;
      /** Format: line */
      signature: string;
      /** Format: line */
      keyId: string;
    };
    StaffCompanyDetails: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: country */
      country: string;
      /** Format: date-time */
      createdAt: string;
      owner: components['schemas']['CompanyOwner'] | null;
      /** @description All people of the company, the owner among them. */
      memberCount: number;
    };
    StaffCompanyList: {
      items: components['schemas']['StaffCompanyView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffCompanyUser: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: email */
      email: string;
      /** @enum {string} */
      role: 'owner' | 'administrator' | 'member' | 'device_member' | 'none';
      /** Format: date-time */
      joinedAt: string;
    };
    StaffCompanyUserList: {
      items: components['schemas']['StaffCompanyUser'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffCompanyView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      name: string;
      /** Format: country */
      country: string;
      /** Format: date-time */
      createdAt: string;
      owner: components['schemas']['CompanyOwner'] | null;
    };
    StaffLicenseList: {
      items: components['schemas']['ListedStaffLicense'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffLicenseView: {
      /** Format: uuid */
      id: string;
      /** Format: line */
      serialNumber: string;
      /** @enum {string} */
      status: 'active' | 'expired' | 'not_activated' | 'blocked' | 'under_verification' | 'superseded';
      /** Format: date-time */
      blockedAt: string | null;
      /** Format: text */
      blockReason: string | null;
    };
    StaffMessageList: {
      items: components['schemas']['StaffMessageView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffMessageView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      from: 'customer' | 'support';
      /** Format: line */
      writer: string;
      /** Format: text */
      text: string;
      attachments: components['schemas']['AttachmentView'][];
      /** Format: date-time */
      createdAt: string;
      internal: boolean;
    };
    StaffRequestDetails: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @example T-2026-000123
       */
      number: string;
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      /** @enum {string} */
      status:
        | 'in_progress'
        | 'awaiting_reply'
        | 'solution_provided'
        | 'resolved_no_information'
        | 'closed'
        | 'closed_redirected'
        | 'cancelled_by_specialist'
        | 'cancelled_by_user'
        | 'cancelled_expired';
      /** @enum {string} */
      level: 'standard' | 'premium';
      /** @description 1 is the worst; null until it is judged. */
      severity: number | null;
      /** @description A critical incident. */
      critical: boolean;
      /** Format: line */
      subject: string;
      product: components['schemas']['RequestedProduct'] | null;
      author: components['schemas']['RequestAuthor'];
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last change of its status or conversation.
       */
      updatedAt: string;
      contract: components['schemas']['RequestedContract'] | null;
      /**
       * Format: line
       * @description The final request that this one continues.
       */
      previousNumber: string | null;
      /** Format: text */
      description: string;
      /** Format: line */
      osVersion: string | null;
      /** Format: line */
      type: string | null;
      /** Format: line */
      subtype: string | null;
      feedbackType: ('thanks' | 'complaint') | null;
      /** Format: uuid */
      relatedRequestId: string | null;
      attachments: components['schemas']['AttachmentView'][];
      /** @description It can be answered and closed; false once it is final. */
      open: boolean;
      company: components['schemas']['RequestCompany'];
      assignee: components['schemas']['RequestAssignee'] | null;
    };
    StaffRequestList: {
      items: components['schemas']['StaffRequestView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffRequestView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: line
       * @example T-2026-000123
       */
      number: string;
      /** @enum {string} */
      category: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
      /** @enum {string} */
      status:
        | 'in_progress'
        | 'awaiting_reply'
        | 'solution_provided'
        | 'resolved_no_information'
        | 'closed'
        | 'closed_redirected'
        | 'cancelled_by_specialist'
        | 'cancelled_by_user'
        | 'cancelled_expired';
      /** @enum {string} */
      level: 'standard' | 'premium';
      /** @description 1 is the worst; null until it is judged. */
      severity: number | null;
      /** @description A critical incident. */
      critical: boolean;
      /** Format: line */
      subject: string;
      product: components['schemas']['RequestedProduct'] | null;
      author: components['schemas']['RequestAuthor'];
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last change of its status or conversation.
       */
      updatedAt: string;
      contract: components['schemas']['RequestedContract'] | null;
      /**
       * Format: line
       * @description The final request that this one continues.
       */
      previousNumber: string | null;
      company: components['schemas']['RequestCompany'];
      assignee: components['schemas']['RequestAssignee'] | null;
    };
    StaffUserList: {
      items: components['schemas']['StaffUserView'][];
      /** Format: line */
      nextCursor: string | null;
    };
    StaffUserView: {
      /** Format: uuid */
      id: string;
      /** Format: email */
      email: string;
      /** Format: line */
      firstName: string;
      /** Format: line */
      lastName: string;
      /** @enum {string} */
      role: 'support-agent' | 'support-lead' | 'license-admin' | 'platform-admin' | 'partner';
      /** Format: uuid */
      partnerId: string | null;
      /** @description Whether the person has set a password. */
      activated: boolean;
      /** Format: date-time */
      createdAt: string;
    };
    SyncDevice: {
      /** Format: line */
      token: string;
      /** @description A socket is open, so that check-ins are only the safety net. */
      live?: boolean;
      /**
       * Format: date-time
       * @description The device's clock at this moment.
       */
      clock?: string;
      /** @description Only when it has changed. */
      report?: components['schemas']['DeviceReport'];
      /** @description All, when one has changed. */
      apps?: components['schemas']['InstalledApp'][];
      commands?: components['schemas']['CommandReport'][];
    };
    SyncReply: {
      /** Format: uuid */
      deviceId: string;
      commands: components['schemas']['SignedCommand'][];
      /** Format: date-time */
      serverTime: string;
      /** @description Seconds until the next check-in, with jitter. */
      nextInterval: number;
      /** @description What was not taken, and would not be if it were sent again. */
      refused?: components['schemas']['RefusedPart'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createActivation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateActivation'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedActivation'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CODE_UNKNOWN` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_UNKNOWN';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `SEAT_LIMIT_REACHED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'SEAT_LIMIT_REACHED';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `CODE_MALFORMED`, `IDEMPOTENCY_KEY_REUSED`, `KEY_FILE_INVALID`, `KEY_FILE_REQUIRED`, `LICENSE_BLOCKED`, `LICENSE_EXPIRED`, `LICENSE_NOT_STARTED`, `LICENSE_SUPERSEDED`, `PRODUCT_NOT_COVERED`, `VERSION_NOT_COVERED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'CODE_MALFORMED'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'KEY_FILE_INVALID'
              | 'KEY_FILE_REQUIRED'
              | 'LICENSE_BLOCKED'
              | 'LICENSE_EXPIRED'
              | 'LICENSE_NOT_STARTED'
              | 'LICENSE_SUPERSEDED'
              | 'PRODUCT_NOT_COVERED'
              | 'VERSION_NOT_COVERED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  endActivation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `TOKEN_REPLACED`, `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOKEN_REPLACED' | 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  checkActivation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: line */
          fingerprint: string;
          /**
           * Format: line
           * @description Unique to this check; the certificate repeats it.
           */
          nonce: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckedActivation'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `TOKEN_REPLACED`, `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOKEN_REPLACED' | 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  makeChallenge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Challenge'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  connectAgent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Upgraded; the device proves itself in the first messages. */
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  enrollDevice: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnrollDevice'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolledDevice'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CODE_UNKNOWN` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_UNKNOWN';
          };
        };
      };
      /** @description `CODE_USED_UP`, `CONFLICT`, `DEVICE_CONNECTED_ELSEWHERE`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_USED_UP' | 'CONFLICT' | 'DEVICE_CONNECTED_ELSEWHERE' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `CODE_EXPIRED`, `CODE_MALFORMED`, `IDEMPOTENCY_KEY_REUSED`, `PROOF_INVALID` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_EXPIRED' | 'CODE_MALFORMED' | 'IDEMPOTENCY_KEY_REUSED' | 'PROOF_INVALID';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  openSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSession'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeviceSession'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `DEVICE_REJECTED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEVICE_REJECTED';
          };
        };
      };
      /** @description `DEVICE_QUARANTINED`, `ENROLLMENT_ENDED`, `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEVICE_QUARANTINED' | 'ENROLLMENT_ENDED' | 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  syncDevice: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SyncDevice'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncReply'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `TOKEN_REJECTED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOKEN_REJECTED';
          };
        };
      };
      /** @description `DEVICE_QUARANTINED`, `ENROLLMENT_ENDED`, `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEVICE_QUARANTINED' | 'ENROLLMENT_ENDED' | 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  downloadAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description A part of the file. */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description RANGE_NOT_SATISFIABLE */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  activateRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Activate'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `LINK_INVALID`, `PASSWORD_POLICY` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'LINK_INVALID' | 'PASSWORD_POLICY';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptInvitation'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `ACCOUNT_EXISTS`, `ALREADY_IN_COMPANY`, `CONFLICT`, `INVITATION_CLOSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ACCOUNT_EXISTS' | 'ALREADY_IN_COMPANY' | 'CONFLICT' | 'INVITATION_CLOSED';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `LINK_INVALID`, `PASSWORD_POLICY` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'LINK_INVALID' | 'PASSWORD_POLICY';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  inspectLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InspectLink'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InspectedLink'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `LINK_INVALID` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'LINK_INVALID';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  forgotPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ForgotPassword'];
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Empty'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetPassword'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `LINK_INVALID`, `PASSWORD_POLICY` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'LINK_INVALID' | 'PASSWORD_POLICY';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshSession'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefreshedSession'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `CREDENTIALS_REJECTED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CREDENTIALS_REJECTED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Register'];
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Empty'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  signInSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInBody'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInReply'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `CREDENTIALS_REJECTED`, `OTP_REQUIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CREDENTIALS_REJECTED' | 'OTP_REQUIRED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `PASSWORD_EXPIRED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'PASSWORD_EXPIRED';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  signOutSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getBrand: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The brand. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string;
            /**
             * @description As #rrggbb.
             * @example #0b6878
             */
            accent: string;
            /** @description An e-mail address or a page. */
            support: string | null;
            /** @description The vendor's pages by language tag. */
            links: {
              terms?: {
                [key: string]: string;
              };
              privacy?: {
                [key: string]: string;
              };
              imprint?: {
                [key: string]: string;
              };
            };
            /** @description The footer names the product. */
            poweredBy: boolean;
          };
        };
      };
      /** @description VALIDATION_FAILED */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelCommand: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `COMMAND_FINAL`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMMAND_FINAL' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  foundCompany: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FoundCompany'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CompanyView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CODE_UNKNOWN` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_UNKNOWN';
          };
        };
      };
      /** @description `ALREADY_IN_COMPANY`, `COMPANY_IN_THE_MAKING`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `LICENSE_ALREADY_ADDED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'ALREADY_IN_COMPANY'
              | 'COMPANY_IN_THE_MAKING'
              | 'CONFLICT'
              | 'IDEMPOTENCY_IN_PROGRESS'
              | 'LICENSE_ALREADY_ADDED';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `CODE_MALFORMED`, `IDEMPOTENCY_KEY_REUSED`, `KEY_FILE_INVALID`, `LICENSE_BLOCKED`, `LICENSE_EXPIRED`, `LICENSE_SUPERSEDED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'CODE_MALFORMED'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'KEY_FILE_INVALID'
              | 'LICENSE_BLOCKED'
              | 'LICENSE_EXPIRED'
              | 'LICENSE_SUPERSEDED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listInvitation: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateInvitation'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `ALREADY_INVITED`, `ALREADY_MEMBER`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ALREADY_INVITED' | 'ALREADY_MEMBER' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  cancelInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `INVITATION_CLOSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'INVITATION_CLOSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  resendInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `INVITATION_CLOSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'INVITATION_CLOSED';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listDevice: {
    parameters: {
      query?: {
        /** @description Part of the name, in any case. */
        search?: string;
        status?: 'protected' | 'attention' | 'problem' | 'busy' | 'unknown';
        /** @description false lists the disconnected ones; true by default. */
        connected?: boolean;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DevicePage'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listEnrollment: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrollmentPage'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createEnrollment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CreateEnrollment'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DrawnEnrollment'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_USES` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED' | 'TOO_MANY_USES';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  revokeEnrollment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getDevice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Answers 304 while nothing has changed: an ETag, several of them, or `*`; compared weakly. */
        'If-None-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /** Format: line */
            name: string;
            /** @enum {string} */
            platform: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';
            /** @description false: disconnected from the account; it can be reconnected. */
            connected: boolean;
            online: boolean;
            /** Format: date-time */
            lastSeenAt: string | null;
            /** @enum {string} */
            status: 'protected' | 'attention' | 'problem' | 'busy' | 'unknown';
            reasons: components['schemas']['DeviceReasonView'][];
            /** @description Seconds by which its clock is ahead of the platform; below zero, behind; null: not known. */
            clockSkewSeconds?: number | null;
            apps: components['schemas']['DeviceAppView'][];
          };
        };
      };
      /** @description Nothing has changed. */
      304: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  disconnectDevice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  renameDevice: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the GET, several of them, or `*` for any version. Compared strongly: `W/"1"` never matches. */
        'If-Match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: line */
          name: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /** Format: line */
            name: string;
            /** @enum {string} */
            platform: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';
            /** @description false: disconnected from the account; it can be reconnected. */
            connected: boolean;
            online: boolean;
            /** Format: date-time */
            lastSeenAt: string | null;
            /** @enum {string} */
            status: 'protected' | 'attention' | 'problem' | 'busy' | 'unknown';
            reasons: components['schemas']['DeviceReasonView'][];
            /** @description Seconds by which its clock is ahead of the platform; below zero, behind; null: not known. */
            clockSkewSeconds?: number | null;
            apps: components['schemas']['DeviceAppView'][];
          };
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `ETAG_MISMATCH` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ETAG_MISMATCH';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `NAME_EMPTY` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NAME_EMPTY';
          };
        };
      };
      /** @description `ETAG_REQUIRED` */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ETAG_REQUIRED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listCommand: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandPage'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  sendCommand: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind:
            | 'quick_scan'
            | 'full_scan'
            | 'update_databases'
            | 'lock_and_locate'
            | 'alarm'
            | 'mugshot'
            | 'wipe';
          /** @description What the app on the device understands; at most 2 KiB, and integers below 2^53. */
          parameters?: Record<string, never>;
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `DEVICE_DISCONNECTED`, `DEVICE_QUARANTINED`, `IDEMPOTENCY_IN_PROGRESS`, `TOO_MANY_COMMANDS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'CONFLICT'
              | 'DEVICE_DISCONNECTED'
              | 'DEVICE_QUARANTINED'
              | 'IDEMPOTENCY_IN_PROGRESS'
              | 'TOO_MANY_COMMANDS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `COMMAND_NOT_SUPPORTED`, `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMMAND_NOT_SUPPORTED' | 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  streamEvents: {
    parameters: {
      query?: {
        /** @description The stream begins with the changes of so many milliseconds before, or with `resync` when not all of them are known. 0 when left out. */
        ago?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description VALIDATION_FAILED */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNAUTHENTICATED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  joinInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JoinCompany'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `OTHER_ADDRESS`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'OTHER_ADDRESS' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `ALREADY_IN_COMPANY`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `INVITATION_CLOSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ALREADY_IN_COMPANY' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'INVITATION_CLOSED';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `LINK_INVALID` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED' | 'LINK_INVALID';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  orderKeyFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderKeyFiles'];
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Empty'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `CODE_UNKNOWN` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_UNKNOWN';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `CODE_MALFORMED`, `IDEMPOTENCY_KEY_REUSED`, `KEY_FILES_NOT_OFFERED`, `KEY_FILES_NOT_SIGNABLE`, `KEY_FILE_INVALID`, `LICENSE_BLOCKED`, `LICENSE_EXPIRED`, `LICENSE_SUPERSEDED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'CODE_MALFORMED'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'KEY_FILES_NOT_OFFERED'
              | 'KEY_FILES_NOT_SIGNABLE'
              | 'KEY_FILE_INVALID'
              | 'LICENSE_BLOCKED'
              | 'LICENSE_EXPIRED'
              | 'LICENSE_SUPERSEDED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listLicense: {
    parameters: {
      query?: {
        /** @description all, unless given */
        status?: 'all' | 'active' | 'expired' | 'not_activated' | 'blocked';
        /** @description expiresAt, unless given */
        sort?: 'expiresAt' | '-expiresAt';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  addLicense: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AddLicense'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CODE_UNKNOWN` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CODE_UNKNOWN';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `LICENSE_ALREADY_ADDED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'LICENSE_ALREADY_ADDED';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `CODE_MALFORMED`, `IDEMPOTENCY_KEY_REUSED`, `KEY_FILE_INVALID`, `LICENSE_BLOCKED`, `LICENSE_EXPIRED`, `LICENSE_SUPERSEDED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'CODE_MALFORMED'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'KEY_FILE_INVALID'
              | 'LICENSE_BLOCKED'
              | 'LICENSE_EXPIRED'
              | 'LICENSE_SUPERSEDED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getLicense: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  removeLicense: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicensedApplications'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getKeyFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `KEY_FILES_NOT_SIGNABLE`, `LICENSE_BLOCKED`, `LICENSE_SUPERSEDED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'KEY_FILES_NOT_SIGNABLE' | 'LICENSE_BLOCKED' | 'LICENSE_SUPERSEDED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listSeat: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeatList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  releaseSeat: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        seatId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Answers 304 while nothing has changed: an ETag, several of them, or `*`; compared weakly. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /**
             * Format: email
             * @description As people read it: an international domain in Unicode.
             */
            email: string;
            /** Format: line */
            firstName: string;
            /** Format: line */
            lastName: string;
            /** Format: country */
            country: string | null;
            /**
             * Format: language
             * @description null: not chosen yet.
             */
            language: string | null;
            /** @description The company rights in force. */
            rights: (
              | 'requests.manage'
              | 'users.manage'
              | 'users.invite'
              | 'users.notify'
              | 'licenses.manage'
              | 'company.edit'
              | 'devices.manage'
            )[];
            /** @enum {string} */
            role:
              | 'owner'
              | 'administrator'
              | 'member'
              | 'device_member'
              | 'none'
              | 'support-agent'
              | 'support-lead'
              | 'license-admin'
              | 'platform-admin'
              | 'partner';
            company: components['schemas']['MeCompany'] | null;
          };
        };
      };
      /** @description Nothing has changed. */
      304: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  updateMe: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the GET, several of them, or `*` for any version. Compared strongly: `W/"1"` never matches. */
        'If-Match': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** Format: line */
          firstName?: string;
          /** Format: line */
          lastName?: string;
          /** Format: country */
          country?: string;
          /** Format: language */
          language?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /**
             * Format: email
             * @description As people read it: an international domain in Unicode.
             */
            email: string;
            /** Format: line */
            firstName: string;
            /** Format: line */
            lastName: string;
            /** Format: country */
            country: string | null;
            /**
             * Format: language
             * @description null: not chosen yet.
             */
            language: string | null;
            /** @description The company rights in force. */
            rights: (
              | 'requests.manage'
              | 'users.manage'
              | 'users.invite'
              | 'users.notify'
              | 'licenses.manage'
              | 'company.edit'
              | 'devices.manage'
            )[];
            /** @enum {string} */
            role:
              | 'owner'
              | 'administrator'
              | 'member'
              | 'device_member'
              | 'none'
              | 'support-agent'
              | 'support-lead'
              | 'license-admin'
              | 'platform-admin'
              | 'partner';
            company: components['schemas']['MeCompany'] | null;
          };
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT';
          };
        };
      };
      /** @description `ETAG_MISMATCH` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ETAG_MISMATCH';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `ETAG_REQUIRED` */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ETAG_REQUIRED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listNotification: {
    parameters: {
      query?: {
        /** @description true: only what is not read yet; false: only what is. */
        unread?: boolean;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  readAllNotification: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  readNotification: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listProduct: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductCatalogue'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getRequestForm: {
    parameters: {
      query?: {
        /** @description `technical` if it is missing. */
        category?: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
        /** @description The chosen product, for its patch and its levels. */
        product?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestForm'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listRequest: {
    parameters: {
      query?: {
        /** @description `all` needs the right `requests.manage`. */
        author?: 'me' | 'all';
        status?:
          | 'in_progress'
          | 'awaiting_reply'
          | 'solution_provided'
          | 'resolved_no_information'
          | 'closed'
          | 'closed_redirected'
          | 'cancelled_by_specialist'
          | 'cancelled_by_user'
          | 'cancelled_expired'
          | 'active'
          | 'inactive';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRequest'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `PREMIUM_NOT_ALLOWED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'PREMIUM_NOT_ALLOWED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `ATTACHMENT_USED`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ATTACHMENT_USED' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `ATTACHMENT_INCOMPLETE`, `CSR_INVALID`, `IDEMPOTENCY_KEY_REUSED`, `PRODUCT_NOT_COVERED`, `TOO_MANY_ATTACHMENTS` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'ATTACHMENT_INCOMPLETE'
              | 'CSR_INVALID'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'PRODUCT_NOT_COVERED'
              | 'TOO_MANY_ATTACHMENTS';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  findRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestDetails'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  closeRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `REQUEST_FINAL` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'REQUEST_FINAL';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listMessage: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  addMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: text */
          text: string;
          /** @description Complete uploads of the writer, at most 3. */
          attachmentIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `COMPANY_REQUIRED`, `ORIGIN_REFUSED`, `RIGHT_MISSING` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'COMPANY_REQUIRED' | 'ORIGIN_REFUSED' | 'RIGHT_MISSING';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `ATTACHMENT_USED`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `REQUEST_FINAL` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ATTACHMENT_USED' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'REQUEST_FINAL';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `ATTACHMENT_INCOMPLETE`, `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_ATTACHMENTS` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ATTACHMENT_INCOMPLETE' | 'IDEMPOTENCY_KEY_REUSED' | 'TOO_MANY_ATTACHMENTS';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getRootKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RootKeys'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffCompany: {
    parameters: {
      query?: {
        /** @description Part of the company’s name or of the address of one of its people, in any case. */
        search?: string;
        country?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCompanyList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getStaffCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCompanyDetails'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffCompanyUser: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCompanyUserList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffLicense: {
    parameters: {
      query: {
        /** @description Whose licenses. */
        companyId: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffLicenseList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  blockLicense: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: text
           * @description Goes into the audit log.
           */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffLicenseView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  unblockLicense: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: text
           * @description Goes into the audit log.
           */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffLicenseView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listOrder: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseOrderList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createOrder: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateOrder'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedOrder'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `ORDER_NOT_SIGNABLE`, `PRODUCT_NOT_ACTIVATABLE`, `PRODUCT_UNKNOWN`, `TERM_IS_OVER`, `TERM_NOT_SIGNABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'ORDER_NOT_SIGNABLE'
              | 'PRODUCT_NOT_ACTIVATABLE'
              | 'PRODUCT_UNKNOWN'
              | 'TERM_IS_OVER'
              | 'TERM_NOT_SIGNABLE';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffRequest: {
    parameters: {
      query?: {
        /** @description Requests of this company alone. */
        companyId?: string;
        status?:
          | 'in_progress'
          | 'awaiting_reply'
          | 'solution_provided'
          | 'resolved_no_information'
          | 'closed'
          | 'closed_redirected'
          | 'cancelled_by_specialist'
          | 'cancelled_by_user'
          | 'cancelled_expired'
          | 'active'
          | 'inactive';
        /** @description A person’s id, `me`, or `nobody`. */
        assignee?: string;
        product?: string;
        category?: 'technical' | 'portal' | 'feedback' | 'threat_portal' | 'apns_certificate';
        /** @description The newest first if it is missing. */
        sort?: 'createdAt' | '-createdAt';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRequestList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  getStaffRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRequestDetails'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  assignRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Who takes it; null puts it back into the queue.
           */
          userId: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRequestView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `REQUEST_FINAL` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'REQUEST_FINAL';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `ASSIGNEE_NOT_SUPPORT`, `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ASSIGNEE_NOT_SUPPORT' | 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffMessage: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMessageList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  answerRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: text */
          text: string;
          /**
           * @description Unchanged if it is missing.
           * @enum {string}
           */
          status?:
            | 'in_progress'
            | 'awaiting_reply'
            | 'solution_provided'
            | 'resolved_no_information'
            | 'closed'
            | 'closed_redirected'
            | 'cancelled_by_specialist'
            | 'cancelled_by_user'
            | 'cancelled_expired';
          /** @description A note that customers never see; it changes no status. */
          internal?: boolean;
          /** @description Complete uploads of the writer, at most 3. */
          attachmentIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMessageView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `ATTACHMENT_USED`, `CONFLICT`, `IDEMPOTENCY_IN_PROGRESS`, `REQUEST_FINAL` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ATTACHMENT_USED' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | 'REQUEST_FINAL';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `ATTACHMENT_INCOMPLETE`, `IDEMPOTENCY_KEY_REUSED`, `STATUS_NOT_ALLOWED`, `TOO_MANY_ATTACHMENTS` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'ATTACHMENT_INCOMPLETE'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'STATUS_NOT_ALLOWED'
              | 'TOO_MANY_ATTACHMENTS';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  listStaffUser: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffUserList'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createStaffUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateStaffUser'];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffUserView'];
        };
      };
      /** @description `VALIDATION_FAILED` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'VALIDATION_FAILED';
          };
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAUTHENTICATED';
          };
        };
      };
      /** @description `ORIGIN_REFUSED` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'ORIGIN_REFUSED';
          };
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'NOT_FOUND';
          };
        };
      };
      /** @description `CONFLICT`, `EMAIL_TAKEN`, `IDEMPOTENCY_IN_PROGRESS` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'CONFLICT' | 'EMAIL_TAKEN' | 'IDEMPOTENCY_IN_PROGRESS';
          };
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'PAYLOAD_TOO_LARGE';
          };
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'IDEMPOTENCY_KEY_REUSED';
          };
        };
      };
      /** @description `TOO_MANY_REQUESTS` */
      429: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'TOO_MANY_REQUESTS';
          };
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'INTERNAL';
          };
        };
      };
      /** @description `UNAVAILABLE` */
      503: {
        headers: {
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'UNAVAILABLE';
          };
        };
      };
      /** @description `DEADLINE_EXCEEDED` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'DEADLINE_EXCEEDED';
          };
        };
      };
    };
  };
  createUpload: {
    parameters: {
      query?: never;
      header: {
        /** @description Version of the protocol, https://tus.io/protocols/resumable-upload. */
        'Tus-Resumable': string;
        /** @description Bytes of the whole file, at most 4 GB. */
        'Upload-Length': string;
        /** @description Pairs of name and base64 value: `filename`, `filetype`, and for the first upload ever `acceptDataStatement` (of `true`). */
        'Upload-Metadata': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begun. */
      201: {
        headers: {
          /** @description Where to send the bytes. */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description UNAUTHENTICATED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description DATA_STATEMENT_REQUIRED, RIGHT_MISSING, ORIGIN_REFUSED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description OPEN_UPLOADS_EXCEEDED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TUS_VERSION_UNSUPPORTED */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UPLOADS_FULL, UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  terminateUpload: {
    parameters: {
      query?: never;
      header: {
        /** @description Version of the protocol, https://tus.io/protocols/resumable-upload. */
        'Tus-Resumable': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUploadOffset: {
    parameters: {
      query?: never;
      header: {
        /** @description Version of the protocol, https://tus.io/protocols/resumable-upload. */
        'Tus-Resumable': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Known. */
      200: {
        headers: {
          /** @description Bytes that have arrived. */
          'Upload-Offset'?: number;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Nobody’s, or another person’s. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  appendUpload: {
    parameters: {
      query?: never;
      header: {
        /** @description Version of the protocol, https://tus.io/protocols/resumable-upload. */
        'Tus-Resumable': string;
        /** @description Where these bytes begin. */
        'Upload-Offset': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Stored. */
      204: {
        headers: {
          /** @description Bytes that have arrived. */
          'Upload-Offset'?: number;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CONFLICT: the offset is not where the upload stands. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CONTENT_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
