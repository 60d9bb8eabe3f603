export const loggerCtx = 'OrderIntegrityPlugin';
