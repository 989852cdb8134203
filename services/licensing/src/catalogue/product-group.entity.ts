import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('product_group')
export class ProductGroup {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'integer' }) position: number;
}
