/** Under which the plugin logs. */
export const loggerCtx = 'PaymentsPlugin';
