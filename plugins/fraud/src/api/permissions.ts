import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator see decisions, rules, lists, models and figures. */
export const readFraud = new PermissionDefinition({
    name: 'EfiReadFraud',
    description: 'Grants permission to see how payments are screened',
});

/** Lets an administrator decide about orders under review and about appeals. */
export const reviewFraud = new PermissionDefinition({
    name: 'EfiReviewFraud',
    description: 'Grants permission to accept and reject orders under review and to decide about appeals',
});

/** Lets an administrator change rules, thresholds and lists, train models and put one in place, and erase a customer's data. */
export const manageFraud = new PermissionDefinition({
    name: 'EfiManageFraud',
    description: 'Grants permission to change rules, thresholds, lists and models of the payment screening',
});
