// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "contract/fault.hpp"
#include "contract/judgements.hpp"

/// Certificates, attestations and resolutions: asked for, written, reviewed, signed, endorsed, handed over, annulled
/// (docs/formats/certificate.md). Days are written "2026-11-26".
namespace contract {

struct RequirementLine {
    std::string code;
    std::string text;
    std::string from;   ///< "everyone", or the capacity of who asks: "representative", "authority", "third_party"
    bool scan = false;  ///< a copy must be kept
    static constexpr std::array kFields{field<&RequirementLine::code>("code"), field<&RequirementLine::text>("text"),
                                        field<&RequirementLine::from>("from"), field<&RequirementLine::scan>("scan")};
};

/// A value that a clerk types.
struct FreeValueLine {
    std::string name;
    std::string means;
    std::string kind;  ///< "text", "texts", "integer", "amount", "date", "time", "gender"
    bool optional = false;
    static constexpr std::array kFields{field<&FreeValueLine::name>("name"), field<&FreeValueLine::means>("means"),
                                        field<&FreeValueLine::kind>("kind"),
                                        field<&FreeValueLine::optional>("optional")};
};

struct CertificateTypeLine {
    std::string type;
    std::string title;
    std::string kind;  ///< "certificate", "attestation", "resolution"
    std::vector<std::string> registers;
    std::vector<RequirementLine> requirements;
    std::vector<FreeValueLine> values;
    std::int64_t deadline = 0;  ///< working days
    bool holder = false;        ///< whether it is about a person
    std::string fee;            ///< today, "USD 10.00"; empty where it costs nothing
    std::string reissueFee;     ///< of giving it once more
    bool endorsed = false;
    bool legalReview = false;  ///< a legal adviser agrees before it is signed
    bool paper = false;        ///< printed on numbered security paper
    static constexpr std::array kFields{field<&CertificateTypeLine::type>("type"),
                                        field<&CertificateTypeLine::title>("title"),
                                        field<&CertificateTypeLine::kind>("kind"),
                                        field<&CertificateTypeLine::registers>("registers"),
                                        field<&CertificateTypeLine::requirements>("requirements"),
                                        field<&CertificateTypeLine::values>("values"),
                                        field<&CertificateTypeLine::deadline>("deadline"),
                                        field<&CertificateTypeLine::holder>("holder"),
                                        field<&CertificateTypeLine::fee>("fee"),
                                        field<&CertificateTypeLine::reissueFee>("reissue_fee"),
                                        field<&CertificateTypeLine::endorsed>("endorsed"),
                                        field<&CertificateTypeLine::legalReview>("legal_review"),
                                        field<&CertificateTypeLine::paper>("paper")};
};

struct CertificateTypesListed {
    std::vector<CertificateTypeLine> types;
    static constexpr std::array kFields{field<&CertificateTypesListed::types>("types")};
};

struct CertificateTypes {
    static constexpr Declaration kAct{"certificate.types", "certificate.view", Effect::Reads};
    using Answer = CertificateTypesListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// Who asks. `capacity`: "holder", "representative", "authority" or "third_party".
struct ApplicantNamed {
    std::string name;
    std::string identification;
    std::string gender;  ///< "F", "M"
    std::string capacity;
    std::optional<std::string> proof = {};    ///< by what a representative or authority shows to be one
    std::optional<std::string> address = {};  ///< where they are notified
    std::optional<std::string> email = {};    ///< given only where they consent to be notified by it
    static constexpr std::array kFields{
        field<&ApplicantNamed::name>("name"),     field<&ApplicantNamed::identification>("identification"),
        field<&ApplicantNamed::gender>("gender"), field<&ApplicantNamed::capacity>("capacity"),
        field<&ApplicantNamed::proof>("proof"),   field<&ApplicantNamed::address>("address"),
        field<&ApplicantNamed::email>("email")};
};

/// Whom it is about.
struct HolderNamed {
    std::string surnames;
    std::string givenNames;
    std::string born;         ///< a day
    std::string gender;       ///< "F", "M", "X"
    std::string nationality;  ///< in words: "guatemalteca"
    std::string documentType;
    std::string document;
    static constexpr std::array kFields{field<&HolderNamed::surnames>("surnames"),
                                        field<&HolderNamed::givenNames>("given_names"),
                                        field<&HolderNamed::born>("born"),
                                        field<&HolderNamed::gender>("gender"),
                                        field<&HolderNamed::nationality>("nationality"),
                                        field<&HolderNamed::documentType>("document_type"),
                                        field<&HolderNamed::document>("document")};
};

/// A requirement that was brought, with the copy that was made of it: JPEG, PNG or PDF.
struct RequirementMet {
    std::string code;
    std::optional<base::Bytes> scan = {};
    static constexpr std::array kFields{field<&RequirementMet::code>("code"), field<&RequirementMet::scan>("scan")};
};

struct CertificateRequested {
    std::string request;   ///< "SOL-2026-000012"
    std::string deadline;  ///< a day
    std::string slip;      ///< number of the paper that the applicant gets
    static constexpr std::array kFields{field<&CertificateRequested::request>("request"),
                                        field<&CertificateRequested::deadline>("deadline"),
                                        field<&CertificateRequested::slip>("slip")};
};

struct CertificateRequest {
    static constexpr Declaration kAct{"certificate.request", "certificate.request", Effect::Changes};
    using Answer = CertificateRequested;
    std::string type;
    ApplicantNamed applicant;
    std::optional<HolderNamed> holder = {};
    std::vector<RequirementMet> requirements = {};
    std::optional<std::string> receipt = {};
    std::optional<std::string> paid = {};  ///< by the receipt, "USD 10.00"
    static constexpr std::array kFields{
        field<&CertificateRequest::type>("type"),       field<&CertificateRequest::applicant>("applicant"),
        field<&CertificateRequest::holder>("holder"),   field<&CertificateRequest::requirements>("requirements"),
        field<&CertificateRequest::receipt>("receipt"), field<&CertificateRequest::paid>("paid")};
};

/// What a draft says and a preview of it, which nobody can sign.
struct CertificateDrafted {
    std::int64_t draft = 0;
    base::Bytes preview;  ///< PDF
    static constexpr std::array kFields{field<&CertificateDrafted::draft>("draft"),
                                        field<&CertificateDrafted::preview>("preview")};
};

/// Writes a request's certificate, anew where there is a draft: what registers say comes from the diligence, the values
/// that the template leaves to the clerk from `values`.
struct CertificateDraft {
    static constexpr Declaration kAct{"certificate.draft", "certificate.draft", Effect::Changes};
    using Answer = CertificateDrafted;
    std::string request;
    TextMap values = {};
    std::optional<std::string> diligence = {};
    static constexpr std::array kFields{field<&CertificateDraft::request>("request"),
                                        field<&CertificateDraft::values>("values"),
                                        field<&CertificateDraft::diligence>("diligence")};
};

struct FileGiven {
    base::Bytes content;
    static constexpr std::array kFields{field<&FileGiven::content>("content")};
};

struct CertificatePreview {
    static constexpr Declaration kAct{"certificate.preview", "certificate.view", Effect::Reads};
    using Answer = FileGiven;
    std::string request;
    static constexpr std::array kFields{field<&CertificatePreview::request>("request")};
};

/// Another person compared the draft with its sources and found it right.
struct CertificateReview {
    static constexpr Declaration kAct{"certificate.review", "certificate.review", Effect::Changes};
    using Answer = Done;
    std::string request;
    std::int64_t draft = 0;  ///< that was looked at
    static constexpr std::array kFields{field<&CertificateReview::request>("request"),
                                        field<&CertificateReview::draft>("draft")};
};

/// What a legal adviser says of a reviewed draft: `verdict` "agreed", after which it may be signed, or "returned", with
/// remarks, back to who wrote it.
struct CertificateLegalReview {
    static constexpr Declaration kAct{"certificate.legal-review", "certificate.legal-review", Effect::Changes};
    using Answer = Done;
    std::string request;
    std::int64_t draft = 0;  ///< that was read
    std::string verdict;
    std::string remarks;
    static constexpr std::array kFields{
        field<&CertificateLegalReview::request>("request"), field<&CertificateLegalReview::draft>("draft"),
        field<&CertificateLegalReview::verdict>("verdict"), field<&CertificateLegalReview::remarks>("remarks")};
};

/// Back to who wrote it, with remarks. A number that was given already stays, cancelled.
struct CertificateReturn {
    static constexpr Declaration kAct{"certificate.return", "certificate.review", Effect::Changes};
    using Answer = Done;
    std::string request;
    std::string remarks;
    static constexpr std::array kFields{field<&CertificateReturn::request>("request"),
                                        field<&CertificateReturn::remarks>("remarks")};
};

struct SignedCertificate {
    std::string request;
    std::string number;
    std::string code;                ///< by which people look it up
    std::string stage;               ///< "signed" where it awaits its endorsement, else "issued"
    std::string level;               ///< up to which its signatures are proven: "B-B", "B-T", "B-LT", "B-LTA"
    std::vector<FaultLine> lacking;  ///< why they are not proven further yet; certificate.prove goes on later
    static constexpr std::array kFields{
        field<&SignedCertificate::request>("request"), field<&SignedCertificate::number>("number"),
        field<&SignedCertificate::code>("code"),       field<&SignedCertificate::stage>("stage"),
        field<&SignedCertificate::level>("level"),     field<&SignedCertificate::lacking>("lacking")};
};

struct CertificatesSigned {
    std::vector<SignedCertificate> certificates;
    static constexpr std::array kFields{field<&CertificatesSigned::certificates>("certificates")};
};

/// Numbers, draws, seals and signs reviewed drafts with the key of whoever asks: all of them or none. `endorser` is the
/// user name of who will endorse those that want it; where it is absent, the only person who may. When they are in the
/// books the time-stamping authority is asked, and for those that nobody endorses whoever else proves signatures.
struct CertificateSign {
    static constexpr Declaration kAct{"certificate.sign", "certificate.sign", Effect::Conducts};
    using Answer = CertificatesSigned;
    std::vector<std::string> requests;
    base::SecretBytes secret;  ///< of the key: passphrase or PIN
    std::optional<std::string> endorser = {};
    static constexpr std::array kFields{field<&CertificateSign::requests>("requests"),
                                        field<&CertificateSign::secret>("secret"),
                                        field<&CertificateSign::endorser>("endorser")};
};

/// The second signature (visto bueno), by the person whom the certificate names.
struct CertificateEndorse {
    static constexpr Declaration kAct{"certificate.endorse", "certificate.endorse", Effect::Conducts};
    using Answer = CertificatesSigned;
    std::vector<std::string> requests;
    base::SecretBytes secret;
    static constexpr std::array kFields{field<&CertificateEndorse::requests>("requests"),
                                        field<&CertificateEndorse::secret>("secret")};
};

/// Ends a request that comes to nothing. A number that was given already stays, cancelled.
struct CertificateCancel {
    static constexpr Declaration kAct{"certificate.cancel", "certificate.review", Effect::Changes};
    using Answer = Done;
    std::string request;
    std::string reason;
    static constexpr std::array kFields{field<&CertificateCancel::request>("request"),
                                        field<&CertificateCancel::reason>("reason")};
};

/// Takes an issued certificate's validity for good; two people.
struct CertificateAnnul {
    static constexpr Declaration kAct{"certificate.annul", "certificate.annul", Effect::Changes, People::Two};
    using Answer = Done;
    std::string number;
    std::string cause;
    static constexpr std::array kFields{field<&CertificateAnnul::number>("number"),
                                        field<&CertificateAnnul::cause>("cause")};
};

/// Hands a certificate over. `manner`: "counter", "electronic", "courier". The signature is a picture of the
/// recipient's.
struct CertificateDeliver {
    static constexpr Declaration kAct{"certificate.deliver", "certificate.deliver", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::string recipient;
    std::string identification;
    std::string manner;
    std::optional<base::Bytes> signature = {};
    static constexpr std::array kFields{
        field<&CertificateDeliver::number>("number"), field<&CertificateDeliver::recipient>("recipient"),
        field<&CertificateDeliver::identification>("identification"), field<&CertificateDeliver::manner>("manner"),
        field<&CertificateDeliver::signature>("signature")};
};

struct CertificateReissued {
    std::int64_t copy = 0;  ///< that may be printed now; 0 where the file is given
    static constexpr std::array kFields{field<&CertificateReissued::copy>("copy")};
};

/// Somebody asks once more for what was issued to them: one further numbered copy on security paper, or the same file.
/// `cause`: "lost", "stolen", "damaged", "further"; `manner`: "paper", "electronic". Printing, or exporting, and the
/// hand-over come after it.
struct CertificateReissue {
    static constexpr Declaration kAct{"certificate.reissue", "certificate.deliver", Effect::Changes};
    using Answer = CertificateReissued;
    std::string number;
    std::string applicant;
    std::string identification;
    std::string cause;
    std::string manner;
    std::optional<std::string> remarks = {};
    std::optional<std::string> receipt = {};
    std::optional<std::string> paid = {};  ///< by the receipt, "USD 10.00"
    static constexpr std::array kFields{field<&CertificateReissue::number>("number"),
                                        field<&CertificateReissue::applicant>("applicant"),
                                        field<&CertificateReissue::identification>("identification"),
                                        field<&CertificateReissue::cause>("cause"),
                                        field<&CertificateReissue::manner>("manner"),
                                        field<&CertificateReissue::remarks>("remarks"),
                                        field<&CertificateReissue::receipt>("receipt"),
                                        field<&CertificateReissue::paid>("paid")};
};

/// That a certificate was asked for once more.
struct CertificateReissueLine {
    std::string number;
    std::string time;
    std::string person;
    std::string applicant;
    std::string identification;
    std::string cause;
    std::string manner;
    std::string remarks;
    std::string receipt;
    static constexpr std::array kFields{field<&CertificateReissueLine::number>("number"),
                                        field<&CertificateReissueLine::time>("time"),
                                        field<&CertificateReissueLine::person>("person"),
                                        field<&CertificateReissueLine::applicant>("applicant"),
                                        field<&CertificateReissueLine::identification>("identification"),
                                        field<&CertificateReissueLine::cause>("cause"),
                                        field<&CertificateReissueLine::manner>("manner"),
                                        field<&CertificateReissueLine::remarks>("remarks"),
                                        field<&CertificateReissueLine::receipt>("receipt")};
};

struct CertificateArchived {
    std::vector<std::string> sheets;  ///< of security paper that are to be destroyed, for the custodians
    static constexpr std::array kFields{field<&CertificateArchived::sheets>("sheets")};
};

/// Sends a certificate that nobody collected to the archive; it stays valid. `paper`: what becomes of its copies on
/// security paper, "none", "kept" or "destroy".
struct CertificateArchive {
    static constexpr Declaration kAct{"certificate.archive", "certificate.archive", Effect::Changes};
    using Answer = CertificateArchived;
    std::string number;
    std::string paper;
    std::string reason;
    static constexpr std::array kFields{field<&CertificateArchive::number>("number"),
                                        field<&CertificateArchive::paper>("paper"),
                                        field<&CertificateArchive::reason>("reason")};
};

struct CertificateStepLine {
    std::string step;
    std::string time;
    std::string person;
    std::string remarks;
    static constexpr std::array kFields{
        field<&CertificateStepLine::step>("step"), field<&CertificateStepLine::time>("time"),
        field<&CertificateStepLine::person>("person"), field<&CertificateStepLine::remarks>("remarks")};
};

struct CertificateLine {
    std::string request;
    std::string type;
    std::string title;
    std::string stage;
    std::string number;  ///< empty until it is signed
    std::string holder;
    std::string applicant;
    std::string received;
    std::string deadline;
    bool overdue = false;
    std::string contact;       ///< of the applicant: e-mail, or address; empty where they gave none
    std::int64_t waiting = 0;  ///< days since it was issued, while nobody collected it
    static constexpr std::array kFields{
        field<&CertificateLine::contact>("contact"),     field<&CertificateLine::waiting>("waiting"),
        field<&CertificateLine::request>("request"),     field<&CertificateLine::type>("type"),
        field<&CertificateLine::title>("title"),         field<&CertificateLine::stage>("stage"),
        field<&CertificateLine::number>("number"),       field<&CertificateLine::holder>("holder"),
        field<&CertificateLine::applicant>("applicant"), field<&CertificateLine::received>("received"),
        field<&CertificateLine::deadline>("deadline"),   field<&CertificateLine::overdue>("overdue")};
};

struct CertificatesListed {
    std::vector<CertificateLine> certificates;
    static constexpr std::array kFields{field<&CertificatesListed::certificates>("certificates")};
};

/// Requests and what became of them. `stage` as in CertificateLine, "open" for all that await something, "uncollected"
/// for issued ones that waited longer than their type allows, empty for all.
struct CertificateList {
    static constexpr Declaration kAct{"certificate.list", "certificate.view", Effect::Reads};
    using Answer = CertificatesListed;
    std::string stage;
    static constexpr std::array kFields{field<&CertificateList::stage>("stage")};
};

/// A number that was given to a request, and how it ended.
struct CertificateNumberLine {
    std::string number;
    std::string code;
    std::string day;
    std::int64_t folios = 0;
    std::string sha256;  ///< of the essential content
    std::string ended;   ///< "cancelled", "annulled"; empty where it stands
    std::string reason;
    std::int64_t files = 0;  ///< how many times it was written: one for each signature and proof added
    static constexpr std::array kFields{
        field<&CertificateNumberLine::number>("number"), field<&CertificateNumberLine::code>("code"),
        field<&CertificateNumberLine::day>("day"),       field<&CertificateNumberLine::folios>("folios"),
        field<&CertificateNumberLine::sha256>("sha256"), field<&CertificateNumberLine::ended>("ended"),
        field<&CertificateNumberLine::reason>("reason"), field<&CertificateNumberLine::files>("files")};
};

/// A copy on numbered security paper: its sheets in the order of the folios.
struct PaperCopyLine {
    std::string number;
    std::int64_t copy = 0;
    std::string state;  ///< "printed", "not_printed" (print again), "in_doubt" (a person looks), "printing"
    std::vector<std::string> sheets;
    static constexpr std::array kFields{field<&PaperCopyLine::number>("number"), field<&PaperCopyLine::copy>("copy"),
                                        field<&PaperCopyLine::state>("state"), field<&PaperCopyLine::sheets>("sheets")};
};

struct CertificateShown {
    CertificateLine line;
    std::int64_t draft = 0;  ///< the last one; 0 before
    std::vector<CertificateNumberLine> numbers;
    std::vector<CertificateStepLine> steps;
    std::vector<PaperCopyLine> copies;  ///< on security paper
    std::vector<CertificateReissueLine> reissues;
    static constexpr std::array kFields{
        field<&CertificateShown::copies>("copies"),   field<&CertificateShown::reissues>("reissues"),
        field<&CertificateShown::line>("line"),       field<&CertificateShown::draft>("draft"),
        field<&CertificateShown::numbers>("numbers"), field<&CertificateShown::steps>("steps")};
};

/// By request, number or verification code.
struct CertificateShow {
    static constexpr Declaration kAct{"certificate.show", "certificate.view", Effect::Reads};
    using Answer = CertificateShown;
    std::string id;
    static constexpr std::array kFields{field<&CertificateShow::id>("id")};
};

/// The signed PDF as it was last written, and what its pages state as JSON.
struct CertificateFiles {
    static constexpr Declaration kAct{"certificate.files", "certificate.view", Effect::Reads};
    using Answer = FilesGiven;
    std::string number;
    static constexpr std::array kFields{field<&CertificateFiles::number>("number")};
};

struct CertifierEnrolled {
    std::string entry;  ///< "FIRMA-2026-000001"
    base::Bytes certificate;
    static constexpr std::array kFields{field<&CertifierEnrolled::entry>("entry"),
                                        field<&CertifierEnrolled::certificate>("certificate")};
};

/// Makes a signing key for the second person, who alone knows its secret, and certifies it by the house's authority.
/// The key lies in a file of its own, or in a token that is named.
struct CertifierEnrol {
    static constexpr Declaration kAct{"certifier.enrol", "pki.ceremony", Effect::Changes, People::Two, "certifier.key"};
    using Answer = CertifierEnrolled;
    std::string title;  ///< of office, as certificates name it: "Certificadora de Control Migratorio"
    base::SecretBytes secret;
    std::optional<std::string> tokenModule = {};
    std::optional<std::string> tokenLabel = {};
    static constexpr std::array kFields{
        field<&CertifierEnrol::title>("title"), field<&CertifierEnrol::secret>("secret"),
        field<&CertifierEnrol::tokenModule>("token_module"), field<&CertifierEnrol::tokenLabel>("token_label")};
};

struct CertifierLine {
    std::string entry;
    std::string person;
    std::string title;
    std::string subject;
    std::string validUntil;
    std::string ended;
    std::string revoked;  ///< from when on the key may be in other hands; empty where it only ended
    static constexpr std::array kFields{field<&CertifierLine::entry>("entry"),
                                        field<&CertifierLine::person>("person"),
                                        field<&CertifierLine::title>("title"),
                                        field<&CertifierLine::subject>("subject"),
                                        field<&CertifierLine::validUntil>("valid_until"),
                                        field<&CertifierLine::ended>("ended"),
                                        field<&CertifierLine::revoked>("revoked")};
};

struct CertifiersListed {
    std::vector<CertifierLine> certifiers;
    static constexpr std::array kFields{field<&CertifiersListed::certifiers>("certifiers")};
};

struct CertifierList {
    static constexpr Declaration kAct{"certifier.list", "certificate.view", Effect::Reads};
    using Answer = CertifiersListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// Ends a signer's key: it signs no more. What it signed stays, unless the key is compromised: then the house's next
/// revocation list names its certificate, and readers believe only signatures that a time-stamp proves to be older. A
/// key that ended may turn out to be compromised later.
struct CertifierEnd {
    static constexpr Declaration kAct{"certifier.end", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = Done;
    std::string entry;
    std::string reason;
    bool compromised = false;  ///< it may be in other hands
    static constexpr std::array kFields{field<&CertifierEnd::entry>("entry"), field<&CertifierEnd::reason>("reason"),
                                        field<&CertifierEnd::compromised>("compromised")};
};

/// Prints a copy on security paper of the workstation's shift; a further one where somebody asked for it. `printer`:
/// "folder" or an IPP address.
struct CertificatePrint {
    static constexpr Declaration kAct{"certificate.print", "certificate.deliver", Effect::Conducts};
    using Answer = PaperCopyLine;
    std::string number;
    std::string printer;
    static constexpr std::array kFields{field<&CertificatePrint::number>("number"),
                                        field<&CertificatePrint::printer>("printer")};
};

/// What a person saw of a copy whose printing is in doubt: all good, or which sheets are spoiled. Sheets that nothing
/// touched serve when it is printed again.
struct CertificateResolvePrint {
    static constexpr Declaration kAct{"certificate.resolve-print", "certificate.deliver", Effect::Changes};
    using Answer = PaperCopyLine;
    std::string number;
    std::vector<std::string> spoiled;
    bool printed = false;
    static constexpr std::array kFields{field<&CertificateResolvePrint::number>("number"),
                                        field<&CertificateResolvePrint::spoiled>("spoiled"),
                                        field<&CertificateResolvePrint::printed>("printed")};
};

/// How far signatures of certificates are proven, and by whose time-stamps.
struct SignatureLevelTold {
    std::string level;            ///< "B-B", "B-T", "B-LT", "B-LTA"
    std::string timestampUrl;     ///< empty where there is no authority
    std::string timestampPolicy;  ///< OID; empty for the authority's own
    std::vector<std::string> anchors;
    std::int64_t renewalDays = 0;  ///< so long before its end an archive time-stamp is renewed
    static constexpr std::array kFields{
        field<&SignatureLevelTold::level>("level"), field<&SignatureLevelTold::timestampUrl>("timestamp_url"),
        field<&SignatureLevelTold::timestampPolicy>("timestamp_policy"), field<&SignatureLevelTold::anchors>("anchors"),
        field<&SignatureLevelTold::renewalDays>("renewal_days")};
};

struct SignatureLevelShow {
    static constexpr Declaration kAct{"certificate.signature-level", "certificate.view", Effect::Reads};
    using Answer = SignatureLevelTold;
    static constexpr std::array<Field, 0> kFields{};
};

/// Sets the level for signatures from now on. The authority is asked for a time-stamp first, and for B-LT and B-LTA
/// whether anybody proves its certificates: what cannot be reached is refused.
struct SignatureLevelSet {
    static constexpr Declaration kAct{"certificate.set-signature-level", "pki.ceremony", Effect::Conducts, People::Two,
                                      "pki.witness"};
    using Answer = SignatureLevelTold;
    std::string level;
    std::optional<std::string> timestampUrl = {};
    std::optional<std::string> timestampPolicy = {};
    std::optional<base::Bytes> anchors = {};  ///< roots of the authority, PEM or DER
    std::optional<std::int64_t> renewalDays = {};
    static constexpr std::array kFields{
        field<&SignatureLevelSet::level>("level"), field<&SignatureLevelSet::timestampUrl>("timestamp_url"),
        field<&SignatureLevelSet::timestampPolicy>("timestamp_policy"), field<&SignatureLevelSet::anchors>("anchors"),
        field<&SignatureLevelSet::renewalDays>("renewal_days")};
};

struct ProofDueLine {
    std::string number;
    std::string level;         ///< that it has
    std::string archiveUntil;  ///< a day; empty where no time-stamp is over it
    std::string due;           ///< "level", "renewal"
    static constexpr std::array kFields{field<&ProofDueLine::number>("number"), field<&ProofDueLine::level>("level"),
                                        field<&ProofDueLine::archiveUntil>("archive_until"),
                                        field<&ProofDueLine::due>("due")};
};

struct ProofsDue {
    std::string level;  ///< that all should have
    std::vector<ProofDueLine> certificates;
    static constexpr std::array kFields{field<&ProofsDue::level>("level"),
                                        field<&ProofsDue::certificates>("certificates")};
};

/// Certificates in force whose proofs are not what the house's level wants, or whose last time-stamp ends soon.
struct CertificateProofsDue {
    static constexpr Declaration kAct{"certificate.proofs-due", "certificate.view", Effect::Reads};
    using Answer = ProofsDue;
    static constexpr std::array<Field, 0> kFields{};
};

struct CertificateProven {
    std::string number;
    std::string level;
    std::string archiveUntil;  ///< a day
    std::int64_t revision = 0;
    static constexpr std::array kFields{
        field<&CertificateProven::number>("number"), field<&CertificateProven::level>("level"),
        field<&CertificateProven::archiveUntil>("archive_until"), field<&CertificateProven::revision>("revision")};
};

/// Brings a certificate that all have signed to the house's level, or renews its archive time-stamp where that ends
/// soon; with `renew` also before.
struct CertificateProve {
    static constexpr Declaration kAct{"certificate.prove", "certificate.prove", Effect::Conducts};
    using Answer = CertificateProven;
    std::string number;
    bool renew = false;
    static constexpr std::array kFields{field<&CertificateProve::number>("number"),
                                        field<&CertificateProve::renew>("renew")};
};

/// Whether a file, a scan or a seal is what the house wrote, and whether it still holds by the house's books.
struct CertificateVerify {
    static constexpr Declaration kAct{"certificate.verify", "certificate.view", Effect::Reads};
    using Answer = FileVerified;
    NamedFile file;
    static constexpr std::array kFields{field<&CertificateVerify::file>("file")};
};

struct TemplateLine {
    std::string name;
    std::int64_t version = 0;
    std::string effective;  ///< the first day
    std::string sha256;
    std::string approvedAt;
    std::string person;
    std::string second;
    static constexpr std::array kFields{field<&TemplateLine::name>("name"),
                                        field<&TemplateLine::version>("version"),
                                        field<&TemplateLine::effective>("effective"),
                                        field<&TemplateLine::sha256>("sha256"),
                                        field<&TemplateLine::approvedAt>("approved_at"),
                                        field<&TemplateLine::person>("person"),
                                        field<&TemplateLine::second>("second")};
};

/// Puts a version of a template into use from its effective day on; it never changes again. Two people.
struct TemplateApprove {
    static constexpr Declaration kAct{"template.approve", "template.approve", Effect::Changes, People::Two};
    using Answer = TemplateLine;
    base::Bytes file;
    static constexpr std::array kFields{field<&TemplateApprove::file>("file")};
};

struct TemplatesListed {
    std::vector<TemplateLine> templates;
    static constexpr std::array kFields{field<&TemplatesListed::templates>("templates")};
};

/// Every approved version.
struct TemplateList {
    static constexpr Declaration kAct{"template.list", "certificate.view", Effect::Reads};
    using Answer = TemplatesListed;
    static constexpr std::array<Field, 0> kFields{};
};

using CertificateActs =
    std::tuple<CertificateTypes, CertificateRequest, CertificateDraft, CertificatePreview, CertificateReview,
               CertificateLegalReview, CertificateReturn, CertificateSign, CertificateEndorse, CertificateCancel,
               CertificateAnnul, CertificateDeliver, CertificateReissue, CertificateArchive, CertificateList,
               CertificateShow, CertificateFiles, CertifierEnrol, CertifierList, CertifierEnd, TemplateApprove,
               TemplateList, CertificateVerify, CertificatePrint, CertificateResolvePrint, SignatureLevelShow,
               SignatureLevelSet, CertificateProofsDue, CertificateProve>;

}  // namespace contract
