// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chip/inspection/chip_inspection.hpp"
#include "issuance/confidential/confidential_keys.hpp"
#include "issuance/line/data_preparation.hpp"
#include "issuance/line/task_queue.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// One check of a finished document.
struct DocumentVerdict {
    std::string check;
    bool passed = false;
    std::string reason;
};

/// How the check of a page that nothing but a person can see is named: after what was sent to the printer.
constexpr std::string_view kAsSent = "-as-sent";

/// And that of a page of which a scan leaves doubts that only a person can settle.
constexpr std::string_view kDoubtful = "-doubtful";

/// Why an order is held whose page was refused for its looks only, until people decide.
inline base::FailureCode refusedByLooks() {
    using namespace base::literals;
    return "line.page-refused-by-looks"_code;
}

/// A document as the book knows it.
struct DocumentEntry {
    std::string id;
    DocumentNumber number;
    std::string kind;
    ProductionOrderId order;
    std::string blank;
    std::string state;
    std::vector<std::string> mrz;
    base::Date issued{};
    base::Date expires{};
    std::string chipIdentity =
        {};                     ///< what its chip answered for itself, in hexadecimal; empty before, and without one
    bool confidential = false;  ///< what says whose it is is kept sealed
};

/// One kept file: a page made for the printer, a file made for the chip, or one read back from it.
struct DocumentFile {
    std::string name;
    base::Bytes content;
};

/// Documents, what they are made from, and what was found in them. Changes take the caller's transaction. What says
/// whose document it is — MRZ, pages, EFs — is sealed by the order's key where the order is confidential.
class DocumentBook {
   public:
    DocumentBook(const signing::KeyStore& keys, signing::KeyId wrappingKey, const ConfidentialKeys& confidential)
        : m_keys(keys), m_wrappingKey(std::move(wrappingKey)), m_confidential(confidential) {}

    /// Records a prepared document: its pages, its files, and its secret wrapped.
    void add(records::Transaction& transaction, const DocumentEntry& entry, const PreparedDocument& prepared) const;

    /// The document of an order that is not void.
    [[nodiscard]] std::optional<DocumentEntry> ofOrder(records::Connection& connection,
                                                       const ProductionOrderId& order) const;
    [[nodiscard]] std::optional<DocumentEntry> numbered(records::Connection& connection,
                                                        const std::string& number) const;
    /// The one that was made of the blank, void ones too.
    [[nodiscard]] std::optional<DocumentEntry> ofBlank(records::Connection& connection, const std::string& blank) const;
    [[nodiscard]] std::vector<std::string> releasedNumbers(records::Connection& connection) const;

    /// Notes which chip is about to be written for the document: its identity in upper-case hexadecimal.
    void noteChip(records::Transaction& transaction, const std::string& document, const std::string& identity) const;

    [[nodiscard]] std::vector<DocumentFile> files(records::Connection& connection, const std::string& document,
                                                  std::string_view purpose) const;
    /// The active authentication key for the chip; throws "document.secret-missing" once it is erased.
    [[nodiscard]] base::SecretBytes secretOf(records::Connection& connection, const std::string& document) const;
    void eraseSecret(records::Transaction& transaction, const std::string& document) const;

    /// What inspection read and judged, in place of what an earlier one did.
    void keepInspection(records::Transaction& transaction, const std::string& document,
                        const std::vector<DocumentFile>& files, const std::vector<DocumentVerdict>& verdicts) const;
    [[nodiscard]] std::vector<DocumentVerdict> verdicts(records::Connection& connection,
                                                        const std::string& document) const;

    /// Whether a page was checked only as it was sent, or its scan left doubts, and since that inspection nobody said
    /// to have looked at it.
    [[nodiscard]] bool pageAwaitsEyes(records::Connection& connection, const std::string& document) const;
    /// Keeps, among the verdicts, that two people found good what was refused for its looks, and why.
    void overrideRefusal(records::Transaction& transaction, const std::string& document,
                         const std::string& reason) const;
    /// Keeps, among the verdicts, that a person looked at the page and found it good.
    void confirmPage(records::Transaction& transaction, const std::string& document) const;

    void setState(records::Transaction& transaction, const std::string& document, const std::string& state) const;

   private:
    /// Of the order that the document is of; nothing where it is not confidential.
    [[nodiscard]] std::optional<SubjectKey> keyOf(records::Connection& connection, const std::string& document) const;
    [[nodiscard]] std::optional<DocumentEntry> entryIn(records::Connection& connection,
                                                       const std::optional<records::Row>& row) const;
    const signing::KeyStore& m_keys;
    signing::KeyId m_wrappingKey;
    const ConfidentialKeys& m_confidential;
};

}  // namespace issuance
