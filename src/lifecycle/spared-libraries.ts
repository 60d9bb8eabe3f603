import { createRequire } from 'node:module';
import { loadWhenUsed } from './load-when-used';

/**
 * What a start takes long to load and hardly ever uses, by who asks for it. What is set up with one of them, such as a
 * provider of payments, uses it while it starts.
 */
const spared: Readonly<Record<string, readonly string[]>> = {
    '@efi/auth-plugin': ['@simplewebauthn/server', 'jose', 'openid-client', 'otplib'],
    '@efi/content-plugin': ['sanitize-html'],
    '@efi/gdpr-plugin': ['fflate'],
    '@efi/mail-plugin': ['html-to-text', 'nodemailer'],
    '@efi/payments-plugin': ['stripe'],
    '@efi/vat-number-plugin': ['stdnum'],
    '@nestjs/platform-express': ['multer'],
    '@vendure/dashboard/plugin': ['date-fns'],
    '@vendure/email-plugin': ['mjml', 'nodemailer'],
    'efi-commerce': ['@vendure-community/elasticsearch-plugin', 'bullmq', 'ioredis'],
};

const { resolve } = createRequire(__filename);
for (const [asker, libraries] of Object.entries(spared)) {
    const from = asker === 'efi-commerce' ? __filename : resolve(asker);
    libraries.forEach(library => loadWhenUsed(library, from));
}
