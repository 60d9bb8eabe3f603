import { requireService } from '../support/services';
import { describeKilledServer } from './killed-server';

describeKilledServer('with sessions in Redis', () => ({ REDIS_URL: requireService('REDIS_URL', 3) }));
