export { BufferedJob } from './buffered-job.entity';
export { QueuedJob } from './queued-job.entity';
export * from './job-queue.options';
export * from './leased-job-queue-strategy';
export * from './leased-job-queue.plugin';
export * from './migrations';
export * from './sql-job-buffer-strategy';
