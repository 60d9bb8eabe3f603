// A minimal Vendure project as somebody else has it, that installed the plugin from npm.
// `node server.cjs before`: its life before the plugin. `migrate`: adds the plugin's tables. `start`: serves.
const { bootstrap, runMigrations } = require('@vendure/core');
const { GiftNotePlugin, giftNoteMigrations } = require('@efi/gift-note-plugin');

const [step] = process.argv.slice(2);

const withPlugin = {
    apiOptions: { port: Number(process.env.PORT), adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: ['bearer'],
        superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
    },
    dbConnectionOptions: {
        type: 'postgres',
        url: process.env.DATABASE_URL,
        synchronize: false,
        migrations: giftNoteMigrations,
    },
    paymentOptions: { paymentMethodHandlers: [] },
    plugins: [GiftNotePlugin.init()],
};

const steps = {
    async before() {
        const dbConnectionOptions = { ...withPlugin.dbConnectionOptions, synchronize: true, migrations: [] };
        const app = await bootstrap({ ...withPlugin, dbConnectionOptions, plugins: [] });
        await app.close();
    },
    migrate: () => runMigrations(withPlugin),
    start: () => bootstrap(withPlugin),
};

steps[step]();
