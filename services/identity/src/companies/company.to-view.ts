import type { CompanyView } from '@tessera/contracts';
import type { Company } from './company.entity.js';

export const toCompanyView = ({ id, name, country }: Company): CompanyView => ({ id, name, country });
