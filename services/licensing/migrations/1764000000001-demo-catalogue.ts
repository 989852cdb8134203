import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fixed ids, so that documents, tests and demo data can name a product. */
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const groups = ['Endpoints', 'Cloud', 'Mobile', 'Small office'];

interface DemoProduct {
  n: number;
  group: number;
  name: string;
  methods: string[];
  versions: string[];
  patch?: string;
  premium?: boolean;
  /** A license of it activates these as well. */
  applications?: number[];
  /** A bundle: its code is a license of each of these. */
  covers?: number[];
}

const everyWay = ['push', 'code', 'key_file'];
/** The catalogue of the invented vendor Northwind Security. */
const products: DemoProduct[] = [
  {
    n: 101,
    group: 1,
    name: 'Endpoint Shield',
    methods: everyWay,
    versions: ['12.6', '12.4', '11.9'],
    patch: '12.6 CP2',
    premium: true,
  },
  {
    n: 102,
    group: 1,
    name: 'Endpoint Shield EDR',
    methods: ['key_file'],
    versions: ['4.1', '4.0'],
    premium: true,
  },
  {
    n: 103,
    group: 1,
    name: 'Endpoint Shield Suite',
    methods: everyWay,
    versions: ['12.6'],
    premium: true,
    covers: [101, 102],
  },
  { n: 104, group: 1, name: 'Patch Lookout', methods: ['key_file'], versions: ['2.3'] },
  {
    n: 201,
    group: 2,
    name: 'Cloud Guard',
    methods: ['code', 'key_file'],
    versions: ['7.2', '7.1'],
    patch: '7.2 HF4',
    premium: true,
  },
  { n: 202, group: 2, name: 'Mail Guard', methods: ['code', 'key_file'], versions: ['3.0'] },
  { n: 301, group: 3, name: 'Mobile Shield', methods: everyWay, versions: ['9.3', '9.2'] },
  { n: 401, group: 4, name: 'Small Office Suite', methods: everyWay, versions: ['5.0'], applications: [301] },
];

export class DemoCatalogue1764000000001 implements MigrationInterface {
  readonly name = 'DemoCatalogue1764000000001';

  async up(q: QueryRunner): Promise<void> {
    for (const [at, name] of groups.entries()) {
      await q.query('insert into product_group (id, name, position) values ($1, $2, $3)', [
        id(at + 1),
        name,
        at + 1,
      ]);
    }
    for (const [at, p] of products.entries()) {
      await q.query(
        `insert into product (id, group_id, name, position, activation_methods, recommended_patch, premium_support)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id(p.n), id(p.group), p.name, at + 1, p.methods, p.patch ?? null, p.premium ?? false],
      );
      for (const [position, version] of p.versions.entries()) {
        await q.query('insert into product_version (product_id, version, position) values ($1, $2, $3)', [
          id(p.n),
          version,
          position + 1,
        ]);
      }
    }
    for (const p of products) await this.relate(q, p);
  }

  private async relate(q: QueryRunner, { n, applications = [], covers = [] }: DemoProduct): Promise<void> {
    for (const application of applications) {
      await q.query('insert into product_application (product_id, application_id) values ($1, $2)', [
        id(n),
        id(application),
      ]);
    }
    for (const [at, covered] of covers.entries()) {
      await q.query('insert into product_cover (bundle_id, product_id, position) values ($1, $2, $3)', [
        id(n),
        id(covered),
        at + 1,
      ]);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      'truncate product_cover, product_application, product_version, product, product_group cascade',
    );
  }
}
