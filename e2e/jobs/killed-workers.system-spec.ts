import { describeKilledWorkers } from './killed-workers';

describeKilledWorkers('PostgreSQL', 300, () => ({}));
