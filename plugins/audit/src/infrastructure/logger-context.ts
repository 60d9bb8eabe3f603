export const loggerCtx = 'Audit';
