// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.hpp"

/// PC/SC-lite behind owners and typed failures; its headers stay in this folder's sources.
namespace chip::pcsc {

/// What PC/SC functions return (its LONG).
using ReturnCode = long;

/// The one place that says what a return code means. Success returns; anything else throws Failure "card.removed",
/// "card.silent", "reader.no-card", "reader.in-use", "reader.unavailable", "reader.service-stopped" or "reader.failed".
void check(ReturnCode code, const std::string& operation, const std::string& reader);

/// A connection to pcscd.
class Context {
   public:
    /// Throws "reader.service-stopped" where pcscd does not answer.
    Context();
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    /// The readers' names; none is no failure.
    [[nodiscard]] std::vector<std::string> readers() const;
    /// Waits until a card lies on the reader; false when the time is over.
    [[nodiscard]] bool waitForCard(const std::string& reader, std::chrono::milliseconds timeout) const;
    /// Waits until no card lies on the reader; false when the time is over.
    [[nodiscard]] bool waitForRemoval(const std::string& reader, std::chrono::milliseconds timeout) const;

    [[nodiscard]] long handle() const { return m_handle; }

   private:
    [[nodiscard]] bool waitForState(const std::string& reader, unsigned long state,
                                    std::chrono::milliseconds timeout) const;

    long m_handle = 0;
};

/// A card in a reader, held exclusively (so that no transaction is needed) and by T=1, which is how readers show
/// contactless chips. Dropping it resets the card, unless an exchange failed: then pcscd powers it down by itself.
class Connection {
   public:
    /// Throws as `check`; "reader.no-card" where none lies there.
    Connection(std::shared_ptr<const Context> context, std::string reader);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One exchange as it stands on the wire. Blocks as long as the driver does.
    [[nodiscard]] base::Bytes exchange(base::BytesView command);
    /// Cold reset; the connection stays.
    void reset();
    [[nodiscard]] base::Bytes answerToReset() const;
    [[nodiscard]] const std::string& reader() const { return m_reader; }

   private:
    std::shared_ptr<const Context> m_context;
    std::string m_reader;
    long m_handle = 0;
    bool m_failed = false;
};

}  // namespace chip::pcsc
