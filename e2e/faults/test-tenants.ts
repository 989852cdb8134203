import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, productId, staffMember } from '../world/people.js';
import type { World } from '../world/world.js';

/** A customer with everything that the load needs. */
export interface Company {
  id: string;
  email: string;
  api: Api;
  /** A request to which messages are written, by all at once. */
  conversation: string;
  /** Codes that nobody has used, with the license that each would become. */
  codes: { code: string; licenseId: string }[];
  /** A license with fewer seats than devices ask for, which come and go. */
  floor: { product: string; code: string; licenseId: string; seats: number; tokens: Seat[] };
}

/** What an application keeps of its activation. */
export interface Seat {
  id: string;
  token: string;
}

/** Seats of the license that is fought for. */
const SEATS = 8;

/** Two companies that must never see each other. */
export async function makeCompanies(world: World, codes: number): Promise<Company[]> {
  const admin = await bootstrapAdmin(world);
  const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
  const names = ['Acme GmbH', 'Globex AG'];
  return Promise.all(names.map((name) => makeCompany(world, licenses, name, codes)));
}

async function makeCompany(
  world: World,
  licenses: Api,
  companyName: string,
  codes: number,
): Promise<Company> {
  const email = `owner@${companyName.split(' ')[0]!.toLowerCase()}.example`;
  const api = await owner(world, email, await orderCode(world, licenses, { companyName }), { companyName });
  const { company } = (await api.get('/me')) as { company: { id: string } };
  const conversation = (await api.post('/requests', newRequest('The conversation'))) as { id: string };
  const [few] = await freshCodes(world, licenses, companyName, 1, SEATS);
  await api.post('/licenses', { activationCode: few!.code });
  const [license] = await world.query<{ id: string }>(
    'licensing',
    'select license_id as id from license_entry where id = $1',
    [few!.licenseId],
  );
  return {
    id: company.id,
    email,
    api,
    conversation: conversation.id,
    codes: await freshCodes(world, licenses, companyName, codes),
    floor: {
      product: await productId(world, PRODUCT),
      code: few!.code,
      licenseId: license!.id,
      seats: SEATS,
      tokens: [],
    },
  };
}

const PRODUCT = 'Endpoint Shield';

/** The body of a request that needs no license. */
export const newRequest = (subject: string) => ({
  category: 'portal',
  subject,
  description: 'The portal is slow today.',
});

/** Codes whose licenses are known by the end of the code, which licensing keeps in plain text. */
async function freshCodes(
  world: World,
  licenses: Api,
  companyName: string,
  quantity: number,
  seats = 1,
): Promise<Company['codes']> {
  const order = {
    companyName,
    productId: await productId(world, PRODUCT),
    seats,
    termDays: 30,
    kind: 'commercial',
    quantity,
  };
  const made = (await licenses.post('/staff/orders', order)) as { id: string; activationCodes: string[] };
  const rows = await world.query<{ tail: string; id: string }>(
    'licensing',
    'select l.code_tail as tail, e.id from license l join license_entry e on e.license_id = l.id where l.order_id = $1',
    [made.id],
  );
  return made.activationCodes.flatMap((code) => {
    const found = rows.filter((r) => code.endsWith(r.tail));
    return found.length === 1 ? [{ code, licenseId: found[0]!.id }] : [];
  });
}
