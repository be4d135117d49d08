export const usage = `usage:
  lockstep run FILE.py [options] [ARGS…]     run a Python program on the simulated machine
      --python 3.13|3.13t|3.11|3.10|3.9|2.7  switch points and GIL (default 3.13)
      --cores N --policy round-robin|fifo --quantum MS --switch-interval MS --seed N
      --stdin FILE --keys FILE.json --module FILE.py --until SECONDS --max-steps N
      --stats FILE.json --trace FILE.json
      --schedule S --granularity bytecode|line|switch   stepped mode: replay a schedule string
  lockstep dis FILE.py                       its bytecode, as python3.13 -m dis prints it
  lockstep link FILE.py [options]            a link's fragment that holds the program and its settings
  lockstep open FRAGMENT                     the scenario a fragment holds
  lockstep riscv FILE.elf|FILE.s [options]   run a RISC-V program in the CPU lab
`;
