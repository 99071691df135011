// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_symbol.hpp"

#include <liboath/oath.h>
#include <qrencode.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>

namespace cli {
namespace {

constexpr int kQuiet = 4;  // modules around the symbol, ISO/IEC 18004 section 5.3.8

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); }
};

bool isLight(const QRcode& code, int row, int column) {
    if (row < 0 || column < 0 || row >= code.width || column >= code.width) return true;
    return (code.data[row * code.width + column] & 1U) == 0;
}

}  // namespace

void printSymbol(const std::string& text) {
    if (::isatty(STDERR_FILENO) != 1) return;
    const std::unique_ptr<QRcode, FreeCode> code{QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M)};
    if (code == nullptr) return;
    for (int row = -kQuiet; row < code->width + kQuiet; row += 2) {
        for (int column = -kQuiet; column < code->width + kQuiet; ++column) {
            const bool upper = isLight(*code, row, column);
            const bool lower = row + 1 < code->width + kQuiet && isLight(*code, row + 1, column);
            std::cerr << (upper ? (lower ? "█" : "▀") : (lower ? "▄" : " "));
        }
        std::cerr << '\n';
    }
}

std::string base32(base::BytesView octets) {
    char* made = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(reinterpret_cast<const char*>(octets.data()), octets.size(), &made, &length) != OATH_OK)
        throw std::bad_alloc{};
    const std::unique_ptr<char, FreeText> owned{made};
    std::string text{made, length};
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

}  // namespace cli
