import { describeReplicas } from './replicas';

describeReplicas('on PostgreSQL alone', () => ({}));
