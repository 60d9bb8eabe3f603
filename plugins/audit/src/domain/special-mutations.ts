import type { SubjectPlan } from './subject';

const at = (type: string, ...path: string[]): SubjectPlan => ({ type, ids: { from: 'arguments', path } });
const answered = (type: string, ...path: string[]): SubjectPlan => ({ type, ids: { from: 'answer', path } });
const nowhere = (type: string): SubjectPlan => ({ type, ids: { from: 'nowhere' } });
const named = (...path: string[]): SubjectPlan => ({
    type: 'User',
    ids: { from: 'account', path, by: 'name' },
});

/** The own account. */
const actor: SubjectPlan = { type: 'User', ids: { from: 'actor' } };

const decision = at('EfiFraudDecision', 'id');
const note = at('HistoryEntry', 'id');
const editedNote = at('HistoryEntry', 'input', 'noteId');
const prices = nowhere('EfiPricing');

/** Mutations of which the schema does not tell what they are about, or would tell something wrong. */
export const SPECIAL_MUTATIONS: Readonly<Record<string, SubjectPlan>> = {
    // Vendure's
    createApiKey: answered('ApiKey', 'entityId'),
    deleteCustomerAddress: at('Address', 'id'),
    deleteCustomerNote: note,
    deleteOrderNote: note,
    duplicateEntity: {
        ...{ type: 'Entity', typeAt: ['input', 'entityName'] },
        ids: { from: 'answer', path: ['newEntityId'] },
    },
    flushBufferedJobs: nowhere('Job'),
    importProducts: nowhere('Product'),
    removeSettledJobs: nowhere('Job'),
    runPendingSearchIndexUpdates: nowhere('SearchIndex'),
    setDraftOrderCustomFields: at('Order', 'orderId'),
    setSettingsStoreValue: at('SettingsStoreEntry', 'input', 'key'),
    setSettingsStoreValues: at('SettingsStoreEntry', 'inputs', 'key'),
    updateActiveAdministrator: { type: 'Administrator', ids: { from: 'actor' } },
    updateCustomerNote: editedNote,
    updateGlobalSettings: { type: 'GlobalSettings', ids: { from: 'only' } },
    updateOrderNote: editedNote,

    // Accounts, also those of shoppers
    authenticate: nowhere('User'),
    beginEfiPasskeyRegistration: actor,
    beginEfiPasskeySignIn: nowhere('User'),
    beginEfiSecondFactor: actor,
    confirmEfiSecondFactor: actor,
    endEfiSecondFactor: actor,
    finishEfiPasskeyRegistration: answered('EfiPasskey', 'id'),
    login: nowhere('User'),
    logout: actor,
    proveEfiSecondFactor: actor,
    registerCustomerAccount: named('input', 'emailAddress'),
    renewEfiRecoveryCodes: actor,
    requestPasswordReset: named('emailAddress'),
    requestUpdateCustomerEmailAddress: actor,
    resetPassword: answered('User', 'id'),
    revokeEfiAdministratorSessions: at('Administrator', 'administratorId'),
    revokeEfiCustomerSessions: at('Customer', 'customerId'),
    revokeOtherEfiSessions: actor,
    updateCustomerEmailAddress: {
        type: 'User',
        ids: { from: 'account', path: ['token'], by: 'change-token' },
    },
    updateCustomerPassword: actor,
    verifyCustomerAccount: answered('User', 'id'),

    // Privacy
    addEfiPrivacyProcessor: answered('EfiPrivacyProcessor', 'processor', 'id'),
    askEfiPrivacyByMail: named('input', 'emailAddress'),
    cancelEfiPrivacyByMail: answered('Customer', 'customerId'),
    confirmEfiPrivacyByMail: answered('Customer', 'request', 'customerId'),
    openEfiHeldData: at('EfiPrivacyHold', 'input', 'holdId'),
    publishEfiConsentTexts: nowhere('EfiConsentText'),
    releaseEfiPrivacyHold: at('EfiPrivacyHold', 'id'),
    renewEfiPrivacyProcessorSecret: at('EfiPrivacyProcessor', 'id'),
    runEfiRetention: nowhere('EfiRetentionRun'),

    // The rest
    acceptEfiFraudReview: decision,
    askEfiFraudCustomer: decision,
    createEfiContentPreview: at('EfiContentEntry', 'id'),
    createEfiMachineKey: answered('EfiMachineKey', 'machineKey', 'id'),
    deleteEfiContent: at('EfiContentEntry', 'id'),
    importEfiPriceCsv: prices,
    importEfiPriceRows: prices,
    rejectEfiFraudReview: decision,
    resolveEfiQuarantinedPayment: at('EfiPaymentIntent', 'input', 'intentId'),
    resumeEfiPricing: prices,
    retryEfiPayment: at('EfiPaymentIntent', 'intentId'),
    rollBackEfiPricingRun: at('EfiPricingRun', 'id'),
    setEfiFraudPolicy: nowhere('EfiFraudPolicy'),
    startEfiRecommendationExperiment: answered('EfiRecommendationExperiment', 'id'),
    stopEfiPricing: prices,
    updateEfiPricingSettings: nowhere('EfiPricingSettings'),
    updateEfiSearchSettings: nowhere('EfiSearchSettings'),
    withdrawEfiContentVersion: at('EfiContentEntry', 'id'),
};
