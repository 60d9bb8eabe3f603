import { describeKilledWorkers } from './killed-workers';

describeKilledWorkers('PostgreSQL', () => ({}));
