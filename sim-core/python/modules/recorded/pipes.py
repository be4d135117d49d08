import os, threading, time
r, w = os.pipe()
print(r < w, os.get_blocking(r), os.isatty(r))
print(os.write(w, b'hello'), os.read(r, 2), os.read(r, 100))
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as e:
    print(type(e).__name__, e, e.errno)
os.set_blocking(w, False)
n = 0
try:
    while True:
        n += os.write(w, b'x' * 4096)
except BlockingIOError as e:
    print(n, e)
os.set_blocking(r, True)
os.set_blocking(w, True)
got = []
def reader():
    total = 0
    while True:
        data = os.read(r, 10000)
        if not data:
            break
        total += len(data)
    got.append(total)
t = threading.Thread(target=reader)
t.start()
print(os.write(w, b'y' * 200000))
d = os.dup(w)
os.close(w)
time.sleep(0.01)
print(t.is_alive())
os.close(d)
t.join()
print(got)
r2, w2 = os.pipe()
os.close(r2)
try:
    os.write(w2, b'a')
except BrokenPipeError as e:
    print(repr(e))
for call in (lambda: os.read(99, 1), lambda: os.close(99), lambda: os.write(r, b''), lambda: os.read(w2, 1), lambda: os.write(w2, 'x')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
os.write(1, 'ünicode\n'.encode())
