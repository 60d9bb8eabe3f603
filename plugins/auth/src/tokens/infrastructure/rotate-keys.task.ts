import { ScheduledTask } from '@vendure/core';
import { SigningKeys } from './signing-keys';

export const rotateKeysTask = new ScheduledTask({
    id: 'efi-rotate-signing-keys',
    description: 'Make the next key that signs tokens when it is due',
    schedule: cron => cron.everyHourAt(25),
    execute: ({ injector }) => injector.get(SigningKeys).rotate(),
});
