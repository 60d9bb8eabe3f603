export const loggerCtx = 'FraudPlugin';
