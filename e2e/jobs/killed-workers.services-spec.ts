import { requireService } from '../support/services';
import { describeKilledWorkers } from './killed-workers';

describeKilledWorkers('BullMQ', 800, () => ({ REDIS_URL: requireService('REDIS_URL', 1) }));
