// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into programs before all else (LD_PRELOAD): the machine that they run on has a wrong clock, or its disk is
// full. TROQUEL_CLOCK_OFF says by how many milliseconds the clock is wrong. While the file TROQUEL_DISK_FULL is there,
// nothing more is written to regular files below the folder TROQUEL_DISK.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

constexpr long kNanoseconds = 1'000'000'000;

long clockOff() {
    static const long off = [] {
        const char* text = getenv("TROQUEL_CLOCK_OFF");
        return text == nullptr ? 0L : atol(text);
    }();
    return off;
}

bool isFull(int file) {
    static const char* const mark = getenv("TROQUEL_DISK_FULL");
    static const char* const disk = getenv("TROQUEL_DISK");
    if (mark == nullptr || disk == nullptr || access(mark, F_OK) != 0) return false;
    const int before = errno;
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const auto length = readlink(link, path, sizeof path - 1);
    errno = before;
    return length > 0 && strncmp(path, disk, strlen(disk)) == 0;
}

template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int noSpace() {
    errno = ENOSPC;
    return -1;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    const auto answer = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
    if (answer == 0 && clock == CLOCK_REALTIME && clockOff() != 0) {
        const long off = clockOff();
        time->tv_sec += off / 1000;
        time->tv_nsec += off % 1000 * (kNanoseconds / 1000);
        if (time->tv_nsec >= kNanoseconds) ++time->tv_sec, time->tv_nsec -= kNanoseconds;
        if (time->tv_nsec < 0) --time->tv_sec, time->tv_nsec += kNanoseconds;
    }
    return answer;
}

ssize_t write(int file, const void* octets, size_t count) {
    static auto* const real = next<decltype(write)>("write");
    return isFull(file) ? noSpace() : real(file, octets, count);
}

ssize_t pwrite(int file, const void* octets, size_t count, off_t at) {
    static auto* const real = next<decltype(pwrite)>("pwrite");
    return isFull(file) ? noSpace() : real(file, octets, count, at);
}

ssize_t pwrite64(int file, const void* octets, size_t count, off64_t at) {
    static auto* const real = next<decltype(pwrite64)>("pwrite64");
    return isFull(file) ? noSpace() : real(file, octets, count, at);
}

ssize_t pwritev(int file, const iovec* parts, int count, off_t at) {
    static auto* const real = next<decltype(pwritev)>("pwritev");
    return isFull(file) ? noSpace() : real(file, parts, count, at);
}

int posix_fallocate(int file, off_t at, off_t length) {
    static auto* const real = next<decltype(posix_fallocate)>("posix_fallocate");
    return isFull(file) ? ENOSPC : real(file, at, length);
}

int ftruncate64(int file, off64_t length) noexcept {
    static auto* const real = next<int(int, off64_t)>("ftruncate64");
    struct stat64 now {};
    // A file that becomes shorter needs no room.
    return fstat64(file, &now) == 0 && length > now.st_size && isFull(file) ? noSpace() : real(file, length);
}
}
