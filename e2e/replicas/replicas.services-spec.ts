import { requireService } from '../support/services';
import { describeReplicas } from './replicas';

describeReplicas('with Redis', () => ({ REDIS_URL: requireService('REDIS_URL', 2) }));
