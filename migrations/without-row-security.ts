const tellsGoods = 'tells goods, prices and tax; whose they are, only the order says, which is guarded';
const tellsIds = 'nothing but ids; what they stand for is guarded';
const signIn = 'read to find out who asks, before anything can be said of it; tells no name or address';
const ofStaff = 'of staff, whom the Shop API does not show';
const pseudonyms = 'people by keyed hashes only; read across customers to judge a payment';
const byOneService =
    'read by its own plugin only, never by an id that a shopper names; amounts and states, no names';

/**
 * Tables that refer to customers, orders, payments, accounts or sessions and are under no row-level security, with the
 * reason. `schema.e2e-spec.ts` fails for one that is neither here nor under a policy, and for a line here that has no
 * such table.
 */
export const withoutRowSecurity: Readonly<Record<string, string>> = {
    administrator: ofStaff,
    api_key: ofStaff,
    authentication_method: signIn,
    customer_channels_channel: tellsIds,
    customer_groups_customer_group: tellsIds,
    efi_auth_known_device: signIn,
    efi_auth_machine_key: ofStaff,
    efi_auth_passkey: signIn,
    efi_auth_passkey_challenge: signIn,
    efi_auth_permission_use: ofStaff,
    efi_auth_recovery_code: signIn,
    efi_auth_second_factor: signIn,
    efi_auth_second_factor_proof: signIn,
    efi_auth_session_detail: signIn,
    efi_auth_sign_in_code: signIn,
    efi_auth_token_family: signIn,
    efi_behaviour_consent: 'a yes or no by the customer’s id, written when they sign in',
    efi_behaviour_event:
        'written in batches of many visitors, and never read for a shopper but by the own visitor’s key',
    efi_fraud_decision: pseudonyms,
    efi_fraud_note: ofStaff,
    efi_gdpr_consent: 'a yes or no by the customer’s id; shown to its own customer only',
    efi_gdpr_former_address: 'written when an address changes, and read for an erasure alone',
    efi_gdpr_legal_hold: ofStaff,
    efi_gdpr_mail_link: 'found only by a token that went to its owner by mail; tells no name or address',
    efi_gdpr_request:
        'shown to its own customer only, and without account to whoever has its random id; names in it are never shown',
    efi_order_locale: tellsIds,
    efi_payment_customer: byOneService,
    efi_payment_discrepancy: ofStaff,
    efi_payment_intent: byOneService,
    efi_payment_ledger: byOneService,
    efi_payment_operation: byOneService,
    efi_payment_review: ofStaff,
    efi_payment_webhook_event: byOneService,
    efi_price_freeze: tellsGoods,
    efi_recommendation_choice: tellsIds,
    efi_recommendation_hidden: tellsIds,
    efi_stock_reservation: tellsGoods,
    order_channels_channel: tellsIds,
    order_fulfillments_fulfillment: tellsIds,
    order_line: tellsGoods,
    order_line_reference: tellsIds,
    order_promotions_promotion: tellsIds,
    session: signIn,
    shipping_line: tellsGoods,
    stock_movement: tellsGoods,
    surcharge: tellsGoods,
    user: 'read by the mail address to find out who asks, before anything can be said of it',
    user_roles_role: signIn,
};
