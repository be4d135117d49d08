/** Every instruction with its operands and what it does, in the notation of textbooks: the same in every language. */
export interface ReferenceRow {
  readonly name: string;
  readonly operands: string;
  readonly meaning: string;
}

const text = `
add rd, rs1, rs2 | rd ← rs1 + rs2
addi rd, rs1, imm | rd ← rs1 + imm
sub rd, rs1, rs2 | rd ← rs1 − rs2
and rd, rs1, rs2 | rd ← rs1 ∧ rs2
andi rd, rs1, imm | rd ← rs1 ∧ imm
or rd, rs1, rs2 | rd ← rs1 ∨ rs2
ori rd, rs1, imm | rd ← rs1 ∨ imm
xor rd, rs1, rs2 | rd ← rs1 ⊕ rs2
xori rd, rs1, imm | rd ← rs1 ⊕ imm
sll rd, rs1, rs2 | rd ← rs1 << rs2[4:0]
slli rd, rs1, imm | rd ← rs1 << imm
srl rd, rs1, rs2 | rd ← rs1 >>ᵤ rs2[4:0]
srli rd, rs1, imm | rd ← rs1 >>ᵤ imm
sra rd, rs1, rs2 | rd ← rs1 >>ₛ rs2[4:0]
srai rd, rs1, imm | rd ← rs1 >>ₛ imm
slt rd, rs1, rs2 | rd ← rs1 <ₛ rs2 ? 1 : 0
slti rd, rs1, imm | rd ← rs1 <ₛ imm ? 1 : 0
sltu rd, rs1, rs2 | rd ← rs1 <ᵤ rs2 ? 1 : 0
sltiu rd, rs1, imm | rd ← rs1 <ᵤ imm ? 1 : 0
lui rd, imm | rd ← imm << 12
auipc rd, imm | rd ← PC + (imm << 12)
jal rd, target | rd ← PC + 4; PC ← target
jalr rd, imm(rs1) | rd ← PC + 4; PC ← (rs1 + imm) ∧ ¬1
beq rs1, rs2, target | rs1 = rs2 ⇒ PC ← target
bne rs1, rs2, target | rs1 ≠ rs2 ⇒ PC ← target
blt rs1, rs2, target | rs1 <ₛ rs2 ⇒ PC ← target
bge rs1, rs2, target | rs1 ≥ₛ rs2 ⇒ PC ← target
bltu rs1, rs2, target | rs1 <ᵤ rs2 ⇒ PC ← target
bgeu rs1, rs2, target | rs1 ≥ᵤ rs2 ⇒ PC ← target
lb rd, imm(rs1) | rd ← sext(M₈[rs1 + imm])
lbu rd, imm(rs1) | rd ← zext(M₈[rs1 + imm])
lh rd, imm(rs1) | rd ← sext(M₁₆[rs1 + imm])
lhu rd, imm(rs1) | rd ← zext(M₁₆[rs1 + imm])
lw rd, imm(rs1) | rd ← M₃₂[rs1 + imm]
sb rs2, imm(rs1) | M₈[rs1 + imm] ← rs2[7:0]
sh rs2, imm(rs1) | M₁₆[rs1 + imm] ← rs2[15:0]
sw rs2, imm(rs1) | M₃₂[rs1 + imm] ← rs2
mul rd, rs1, rs2 | rd ← (rs1 × rs2)[31:0]
mulh rd, rs1, rs2 | rd ← (rs1 ×ₛ rs2)[63:32]
mulhu rd, rs1, rs2 | rd ← (rs1 ×ᵤ rs2)[63:32]
mulhsu rd, rs1, rs2 | rd ← (rs1ₛ × rs2ᵤ)[63:32]
div rd, rs1, rs2 | rd ← rs1 ÷ₛ rs2; x ÷ 0 = −1
divu rd, rs1, rs2 | rd ← rs1 ÷ᵤ rs2; x ÷ 0 = 2³² − 1
rem rd, rs1, rs2 | rd ← rs1 modₛ rs2; x mod 0 = x
remu rd, rs1, rs2 | rd ← rs1 modᵤ rs2; x mod 0 = x
lr.w rd, (rs1) | rd ← M[rs1]; R ← {rs1}
sc.w rd, rs2, (rs1) | rs1 ∈ R ⇒ M[rs1] ← rs2, rd ← 0; rs1 ∉ R ⇒ rd ← 1; R ← ∅
amoswap.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← rs2
amoadd.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← rd + rs2
amoand.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← rd ∧ rs2
amoor.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← rd ∨ rs2
amoxor.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← rd ⊕ rs2
amomin.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← minₛ(rd, rs2)
amomax.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← maxₛ(rd, rs2)
amominu.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← minᵤ(rd, rs2)
amomaxu.w rd, rs2, (rs1) | rd ← M[rs1]; M[rs1] ← maxᵤ(rd, rs2)
csrrw rd, csr, rs1 | rd ← csr; csr ← rs1
csrrs rd, csr, rs1 | rd ← csr; csr ← csr ∨ rs1
csrrc rd, csr, rs1 | rd ← csr; csr ← csr ∧ ¬rs1
csrrwi rd, csr, imm | rd ← csr; csr ← imm
csrrsi rd, csr, imm | rd ← csr; csr ← csr ∨ imm
csrrci rd, csr, imm | rd ← csr; csr ← csr ∧ ¬imm
ecall | mepc ← PC; mcause ← 8, 11; PC ← mtvec
ebreak | mepc ← PC; mcause ← 3; PC ← mtvec
mret | PC ← mepc
fence | M, M′: M → M′
fence.i | M → IF`;

export const referenceTable: readonly ReferenceRow[] = text
  .trim()
  .split('\n')
  .map((line) => {
    const [written = '', meaning = ''] = line.split(' | ');
    const [name = '', ...operands] = written.split(' ');
    return { name, operands: operands.join(' '), meaning };
  });
