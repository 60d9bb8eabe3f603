import { expect, it } from 'vitest';
import { recordOfProcessing } from './record-of-processing';

it('the record names who gets data and where to, and says what is for the shop to find out', () => {
    const record = recordOfProcessing(
        [],
        [
            {
                ...{ name: 'Pay & Co', does: 'Takes payments', gets: 'name and amount', role: 'controller' },
                ...{ place: 'Ireland', transfer: 'none' },
            },
            { name: 'smtp.example', does: 'Sends mail', gets: 'mails', role: 'processor' },
        ],
    );
    expect(record).toContain('### Pay & Co\n\n- **What for**: Takes payments\n- **Data**: name and amount');
    expect(record).toContain('- **Role**: on its own account\n- **Where**: Ireland\n');
    expect(record).toContain(
        '- **Role**: processes data for the shop\n- **Where**: not known to the software',
    );
});
