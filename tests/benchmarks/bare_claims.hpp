// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

/// The limit of a claim: the least durable transaction that takes the next task of a table like the queue's and leaves
/// one row behind, written straight to the engine's own library. The table has the queue's columns and index; what the
/// product does besides (formatting times and names, hashing and chaining the journal's entry, its index) is not in it.
namespace benchmarks {

class BareClaims {
   public:
    virtual ~BareClaims() = default;
    /// One claim, durable when it returns. Throws where there is nothing to claim or the engine refuses.
    virtual void claim(long long id) = 0;
};

/// BEGIN IMMEDIATE; SELECT the next; UPDATE it; INSERT a row; COMMIT: prepared once, WAL, synchronous=FULL.
std::unique_ptr<BareClaims> bareClaimsOnSqlite(const std::string& file);
/// begin; one UPDATE … FOR UPDATE SKIP LOCKED … RETURNING; INSERT a row; commit: prepared once, by libpqxx,
/// synchronous_commit=on.
std::unique_ptr<BareClaims> bareClaimsOnPostgresql(const std::string& uri);

}  // namespace benchmarks
