import { describeKilledServer } from './killed-server';

describeKilledServer('with sessions in PostgreSQL', () => ({}));
