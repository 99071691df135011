// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/pcsc/pcsc.hpp"

#include <winscard.h>

#include <fmt/format.h>

#include <array>

#include "base/failure.hpp"
#include "base/log.hpp"

namespace chip::pcsc {
namespace {

using base::NextStep;
using base::operator""_code;

constexpr std::size_t kStatusWord = 2, kLargestResponse = 65536 + kStatusWord;
constexpr DWORD kPollMilliseconds = 200;

struct Meaning {
    base::FailureCode code;
    NextStep next;
};

Meaning meaningOf(ReturnCode code) {
    switch (code) {
        case SCARD_W_REMOVED_CARD:
        case SCARD_W_RESET_CARD:
        case SCARD_W_UNPOWERED_CARD: return {"card.removed"_code, NextStep::CallSupervisor};
        case SCARD_E_TIMEOUT:
        case SCARD_E_NOT_TRANSACTED:
        case SCARD_F_COMM_ERROR:
        case SCARD_E_COMM_DATA_LOST: return {"card.silent"_code, NextStep::CallSupervisor};
        case SCARD_W_UNRESPONSIVE_CARD:
        case SCARD_W_UNSUPPORTED_CARD:
        case SCARD_E_PROTO_MISMATCH:
        case SCARD_E_NO_SMARTCARD: return {"reader.no-card"_code, NextStep::Retry};
        case SCARD_E_SHARING_VIOLATION: return {"reader.in-use"_code, NextStep::Retry};
        case SCARD_E_UNKNOWN_READER:
        case SCARD_E_READER_UNAVAILABLE:
        case SCARD_E_NO_READERS_AVAILABLE: return {"reader.unavailable"_code, NextStep::Retry};
        case SCARD_E_NO_SERVICE:
        case SCARD_E_SERVICE_STOPPED: return {"reader.service-stopped"_code, NextStep::CallSupervisor};
        default: return {"reader.failed"_code, NextStep::CallSupervisor};
    }
}

}  // namespace

void check(ReturnCode code, const std::string& operation, const std::string& reader) {
    if (code == SCARD_S_SUCCESS) return;
    auto meaning = meaningOf(code);
    throw base::Failure{std::move(meaning.code), meaning.next, reader,
                        fmt::format("{}: {:08X}", operation, static_cast<unsigned long>(code) & 0xFFFFFFFF)};
}

Context::Context() {
    check(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_handle), "SCardEstablishContext", "pcscd");
}

Context::~Context() {
    if (SCardReleaseContext(m_handle) != SCARD_S_SUCCESS) base::log::warning("SCardReleaseContext failed");
}

std::vector<std::string> Context::readers() const {
    DWORD size = 0;
    const auto asked = SCardListReaders(m_handle, nullptr, nullptr, &size);
    if (asked == SCARD_E_NO_READERS_AVAILABLE) return {};
    check(asked, "SCardListReaders", "pcscd");
    std::string list(size, '\0');
    check(SCardListReaders(m_handle, nullptr, list.data(), &size), "SCardListReaders", "pcscd");
    // Names one after the other, each ended by a zero, the list by another one.
    std::vector<std::string> names;
    for (std::size_t at = 0; at < size && list[at] != '\0'; at += names.back().size() + 1)
        names.emplace_back(list.c_str() + at);
    return names;
}

bool Context::waitForCard(const std::string& reader, std::chrono::milliseconds timeout) const {
    return waitForState(reader, SCARD_STATE_PRESENT, timeout);
}

bool Context::waitForRemoval(const std::string& reader, std::chrono::milliseconds timeout) const {
    return waitForState(reader, SCARD_STATE_EMPTY, timeout);
}

bool Context::waitForState(const std::string& reader, unsigned long state, std::chrono::milliseconds timeout) const {
    const auto end = std::chrono::steady_clock::now() + timeout;
    SCARD_READERSTATE watched{};
    watched.szReader = reader.c_str();
    watched.dwCurrentState = SCARD_STATE_UNAWARE;
    do {
        const auto changed = SCardGetStatusChange(m_handle, kPollMilliseconds, &watched, 1);
        if (changed != SCARD_E_TIMEOUT) check(changed, "SCardGetStatusChange", reader);
        const bool mute = (watched.dwEventState & SCARD_STATE_MUTE) != 0;
        if ((watched.dwEventState & state) != 0 && !mute) return true;
        watched.dwCurrentState = watched.dwEventState;
    } while (std::chrono::steady_clock::now() < end);
    return false;
}

Connection::Connection(std::shared_ptr<const Context> context, std::string reader)
    : m_context(std::move(context)), m_reader(std::move(reader)) {
    DWORD protocol = 0;
    check(SCardConnect(m_context->handle(), m_reader.c_str(), SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1, &m_handle,
                       &protocol),
          "SCardConnect", m_reader);
}

Connection::~Connection() {
    // pcscd 1.9.9 takes a card whose reset fails for absent until the reader has been seen empty: a card laid on in its
    // place would stay unseen.
    const auto code = SCardDisconnect(m_handle, m_failed ? SCARD_LEAVE_CARD : SCARD_RESET_CARD);
    if (code != SCARD_S_SUCCESS) base::log::debug(fmt::format("SCardDisconnect: {:08X}", code));
}

base::Bytes Connection::exchange(base::BytesView command) {
    base::Bytes answer(kLargestResponse);
    DWORD size = answer.size();
    m_failed = true;
    const auto code =
        SCardTransmit(m_handle, SCARD_PCI_T1, command.data(), command.size(), nullptr, answer.data(), &size);
    // Within an exchange a card that is not there was there before.
    check(code == SCARD_E_NO_SMARTCARD ? SCARD_W_REMOVED_CARD : code, "SCardTransmit", m_reader);
    answer.resize(size);
    m_failed = answer.size() < kStatusWord;
    return answer;
}

void Connection::reset() {
    DWORD protocol = 0;
    const auto code = SCardReconnect(m_handle, SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1, SCARD_UNPOWER_CARD, &protocol);
    check(code == SCARD_E_NO_SMARTCARD ? SCARD_W_REMOVED_CARD : code, "SCardReconnect", m_reader);
}

base::Bytes Connection::answerToReset() const {
    std::array<std::uint8_t, MAX_ATR_SIZE> octets{};
    DWORD size = octets.size(), nameSize = 0, state = 0, protocol = 0;
    check(SCardStatus(m_handle, nullptr, &nameSize, &state, &protocol, octets.data(), &size), "SCardStatus", m_reader);
    return {octets.begin(), octets.begin() + size};
}

}  // namespace chip::pcsc
