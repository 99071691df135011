// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>

namespace support {

/// The address of a port of this machine alone.
sockaddr_in loopbackAddress(int port);

/// A socket that listens on a free port of this machine alone.
struct Listener {
    Listener();
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    int descriptor = -1;
    int port = 0;
};

/// A TCP port of this machine that nobody listens on at the moment.
int freePort();

}  // namespace support
