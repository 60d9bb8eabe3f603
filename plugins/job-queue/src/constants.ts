export const loggerCtx = 'JobQueue';
export const JOB_QUEUE_OPTIONS = Symbol('EFI_JOB_QUEUE_OPTIONS');
