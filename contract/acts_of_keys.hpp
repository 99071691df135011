// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "contract/fault.hpp"

/// The key book and its ceremonies (docs/formats/key-book.md). Ceremonies take two people: one with "pki.ceremony", and
/// one who witnesses it.
namespace contract {

/// A certified key of the house. Moments as the house writes them; `mostDocuments` absent where nothing limits it.
struct KeyLine {
    std::string entry;    ///< "CSCA-0001", "DS-0003"
    std::string purpose;  ///< "csca", "csca-link", "document-signer", …
    std::string state;    ///< "made", "published", "active", "retired", "destroyed"
    std::string subject;
    std::string serial;  ///< hexadecimal
    std::string issuer;  ///< entry
    std::string key;     ///< id in the key store
    std::string sha256;  ///< of the certificate
    std::string validFrom, validUntil;
    std::string useFrom, useUntil;  ///< when the private key may sign
    std::string published, publication;
    std::string revoked;
    std::int64_t documents = 0;
    std::optional<std::int64_t> mostDocuments = {};
    static constexpr std::array kFields{field<&KeyLine::entry>("entry"),
                                        field<&KeyLine::purpose>("purpose"),
                                        field<&KeyLine::state>("state"),
                                        field<&KeyLine::subject>("subject"),
                                        field<&KeyLine::serial>("serial"),
                                        field<&KeyLine::issuer>("issuer"),
                                        field<&KeyLine::key>("key"),
                                        field<&KeyLine::sha256>("sha256"),
                                        field<&KeyLine::validFrom>("valid_from"),
                                        field<&KeyLine::validUntil>("valid_until"),
                                        field<&KeyLine::useFrom>("use_from"),
                                        field<&KeyLine::useUntil>("use_until"),
                                        field<&KeyLine::published>("published"),
                                        field<&KeyLine::publication>("publication"),
                                        field<&KeyLine::revoked>("revoked"),
                                        field<&KeyLine::documents>("documents"),
                                        field<&KeyLine::mostDocuments>("most_documents")};
};

/// Something that should be done about the keys.
struct KeyNoticeLine {
    std::string grade;  ///< "alarm", "warning"
    FaultLine notice;
    static constexpr std::array kFields{field<&KeyNoticeLine::grade>("grade"), field<&KeyNoticeLine::notice>("notice")};
};

struct PkiStatusTold {
    std::vector<KeyNoticeLine> notices;  ///< alarms first
    std::vector<KeyLine> keys;
    std::optional<std::int64_t> revocationList;  ///< number of the last one
    std::string nextUpdate;                      ///< when it runs out
    std::optional<std::int64_t> masterList;
    std::string masterListTime;
    std::int64_t proofsDue = 0;  ///< certificates whose proofs for the long term are due
    std::string oldestProofDue;  ///< day of the oldest of them
    static constexpr std::array kFields{field<&PkiStatusTold::notices>("notices"),
                                        field<&PkiStatusTold::keys>("keys"),
                                        field<&PkiStatusTold::revocationList>("revocation_list"),
                                        field<&PkiStatusTold::nextUpdate>("next_update"),
                                        field<&PkiStatusTold::masterList>("master_list"),
                                        field<&PkiStatusTold::masterListTime>("master_list_time"),
                                        field<&PkiStatusTold::proofsDue>("proofs_due"),
                                        field<&PkiStatusTold::oldestProofDue>("oldest_proof_due")};
};

/// Every certified key, and what is overdue or will be.
struct PkiStatus {
    static constexpr Declaration kAct{"pki.status", "pki.view", Effect::Reads};
    using Answer = PkiStatusTold;
    static constexpr std::array<Field, 0> kFields{};
};

/// What a ceremony made: its entries, and their certificates in DER.
struct KeysMade {
    std::vector<KeyLine> keys;
    std::vector<NamedFile> files;
    static constexpr std::array kFields{field<&KeysMade::keys>("keys"), field<&KeysMade::files>("files")};
};

/// A country signer without a link: where the old key is lost. Name and contact are the old one's where absent.
struct PkiNewCsca {
    static constexpr Declaration kAct{"pki.new-csca", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::string reason;
    std::optional<std::string> name = {};
    std::optional<std::string> contact = {};
    std::optional<std::string> algorithm = {};
    static constexpr std::array kFields{field<&PkiNewCsca::reason>("reason"), field<&PkiNewCsca::name>("name"),
                                        field<&PkiNewCsca::contact>("contact"),
                                        field<&PkiNewCsca::algorithm>("algorithm")};
};

/// A new country signer and the link from the old one; a new name changes it.
struct PkiRollOver {
    static constexpr Declaration kAct{"pki.roll-over", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::optional<std::string> name = {};
    std::optional<std::string> contact = {};
    std::optional<std::string> algorithm = {};
    static constexpr std::array kFields{field<&PkiRollOver::name>("name"), field<&PkiRollOver::contact>("contact"),
                                        field<&PkiRollOver::algorithm>("algorithm")};
};

/// A signer: "document-signer", "master-list-signer", "seal-signer", "act-signer". At most `documents`, or `months`,
/// whichever comes first. `from` is the day on which its key begins to sign.
struct PkiNewSigner {
    static constexpr Declaration kAct{"pki.new-signer", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::string purpose;
    std::optional<std::int64_t> documents = {};
    std::optional<std::int64_t> months = {};
    std::optional<std::string> from = {};
    std::vector<std::string> types = {};
    std::optional<std::string> code = {};
    std::optional<std::string> algorithm = {};
    static constexpr std::array kFields{
        field<&PkiNewSigner::purpose>("purpose"),    field<&PkiNewSigner::documents>("documents"),
        field<&PkiNewSigner::months>("months"),      field<&PkiNewSigner::from>("from"),
        field<&PkiNewSigner::types>("types"),        field<&PkiNewSigner::code>("code"),
        field<&PkiNewSigner::algorithm>("algorithm")};
};

/// Notes that a certificate is published, and under which reference: only then it may be used.
struct PkiPublish {
    static constexpr Declaration kAct{"pki.publish", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::string entry;
    std::string reference;
    static constexpr std::array kFields{field<&PkiPublish::entry>("entry"), field<&PkiPublish::reference>("reference")};
};

struct PkiRevoke {
    static constexpr Declaration kAct{"pki.revoke", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::string entry;
    std::string reason;
    static constexpr std::array kFields{field<&PkiRevoke::entry>("entry"), field<&PkiRevoke::reason>("reason")};
};

struct KeyEnded {
    std::string entry;  ///< empty for a key that no ceremony finished
    std::string key;
    std::string proof;          ///< as the book keeps it
    std::int64_t keysLeft = 0;  ///< that the store has, none of which is it
    std::string successor;      ///< who signs in its place; empty where nobody does
    static constexpr std::array kFields{field<&KeyEnded::entry>("entry"), field<&KeyEnded::key>("key"),
                                        field<&KeyEnded::proof>("proof"), field<&KeyEnded::keysLeft>("keys_left"),
                                        field<&KeyEnded::successor>("successor")};
};

/// Destroys a private key and proves it.
struct PkiRetire {
    static constexpr Declaration kAct{"pki.retire", "pki.ceremony", Effect::Conducts, People::Two, "pki.witness"};
    using Answer = KeyEnded;
    std::string entry;
    std::string reason;
    static constexpr std::array kFields{field<&PkiRetire::entry>("entry"), field<&PkiRetire::reason>("reason")};
};

/// Destroys a key of the store that an interrupted ceremony left.
struct PkiDiscard {
    static constexpr Declaration kAct{"pki.discard", "pki.ceremony", Effect::Conducts, People::Two, "pki.witness"};
    using Answer = KeyEnded;
    std::string key;
    static constexpr std::array kFields{field<&PkiDiscard::key>("key")};
};

/// A new key in the place of one that the house certifies for itself: "house-authority", "operational-root",
/// "journal-checkpoint". It is in use at once; the one before is kept for checking what it signed.
struct PkiRenew {
    static constexpr Declaration kAct{"pki.renew", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = KeysMade;
    std::string purpose;
    std::optional<std::string> algorithm = {};
    static constexpr std::array kFields{field<&PkiRenew::purpose>("purpose"), field<&PkiRenew::algorithm>("algorithm")};
};

struct ListIssued {
    std::int64_t number = 0;
    std::string signer;         ///< entry
    std::string nextUpdate;     ///< of revocation lists
    std::int64_t contents = 0;  ///< certificates in it
    NamedFile file;
    std::vector<NamedFile> former = {};  ///< those of the house's authorities before, for what they certified
    static constexpr std::array kFields{field<&ListIssued::number>("number"),
                                        field<&ListIssued::signer>("signer"),
                                        field<&ListIssued::nextUpdate>("next_update"),
                                        field<&ListIssued::contents>("contents"),
                                        field<&ListIssued::file>("file"),
                                        field<&ListIssued::former>("former")};
};

/// A revocation list, in force for `days` (90 where absent): the country's, or the one of the house's own authority for
/// signatures on papers (`authority` "csca", which is meant where it is absent, or "house-authority").
struct PkiCrl {
    static constexpr Declaration kAct{"pki.crl", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = ListIssued;
    std::optional<std::int64_t> days = {};
    std::optional<std::string> authority = {};
    static constexpr std::array kFields{field<&PkiCrl::days>("days"), field<&PkiCrl::authority>("authority")};
};

/// Our master list: our own country signers and links, and the certificates given (DER or PEM), which both people have
/// accepted.
struct PkiMasterList {
    static constexpr Declaration kAct{"pki.master-list", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = ListIssued;
    std::vector<NamedFile> certificates = {};
    static constexpr std::array kFields{field<&PkiMasterList::certificates>("certificates")};
};

/// What goes to the public key directory: directory.ldif below `base` (the directory's own where absent), and each
/// certificate and list as a file.
struct PkiDirectory {
    static constexpr Declaration kAct{"pki.directory", "pki.view", Effect::Reads};
    using Answer = FilesGiven;
    std::optional<std::string> base = {};
    static constexpr std::array kFields{field<&PkiDirectory::base>("base")};
};

using KeyActs = std::tuple<PkiStatus, PkiNewCsca, PkiRollOver, PkiNewSigner, PkiRenew, PkiPublish, PkiRevoke, PkiRetire,
                           PkiDiscard, PkiCrl, PkiMasterList, PkiDirectory>;

}  // namespace contract
