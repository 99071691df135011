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
    /// Of a refugee, an asylee or who asks to be one: kept sealed, worked on by people with a need to know. Refuses
    /// "confidential.not-permitted" without it, here and in all that is done with the request.
    bool confidential = false;
    static constexpr std::array kFields{field<&CertificateRequest::type>("type"),
                                        field<&CertificateRequest::applicant>("applicant"),
                                        field<&CertificateRequest::holder>("holder"),
                                        field<&CertificateRequest::requirements>("requirements"),
                                        field<&CertificateRequest::receipt>("receipt"),
                                        field<&CertificateRequest::paid>("paid"),
                                        field<&CertificateRequest::confidential>("confidential")};
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
    std::string contact;        ///< of the applicant: e-mail, or address; empty where they gave none
    std::int64_t waiting = 0;   ///< days since it was issued, while nobody collected it
    bool confidential = false;  ///< without a need to know: neither holder, nor applicant, nor contact
    static constexpr std::array kFields{field<&CertificateLine::contact>("contact"),
                                        field<&CertificateLine::waiting>("waiting"),
                                        field<&CertificateLine::request>("request"),
                                        field<&CertificateLine::type>("type"),
                                        field<&CertificateLine::title>("title"),
                                        field<&CertificateLine::stage>("stage"),
                                        field<&CertificateLine::number>("number"),
                                        field<&CertificateLine::holder>("holder"),
                                        field<&CertificateLine::applicant>("applicant"),
                                        field<&CertificateLine::received>("received"),
                                        field<&CertificateLine::deadline>("deadline"),
                                        field<&CertificateLine::overdue>("overdue"),
                                        field<&CertificateLine::confidential>("confidential")};
};

struct CertificatesListed {
    std::vector<CertificateLine> certificates;
    static constexpr std::array kFields{field<&CertificatesListed::certificates>("certificates")};
};

/// Requests and what became of them, by their numbers. `stage` as in CertificateLine, "open" for all that await
/// something, "uncollected" for issued ones that waited longer than their type allows, empty for all.
struct CertificateList {
    static constexpr Declaration kAct{"certificate.list", "certificate.view", Effect::Reads};
    using Answer = CertificatesListed;
    std::string stage;
    std::optional<std::string> after = {};  ///< a request: only those with later numbers
    std::optional<std::int64_t> limit = {};
    std::optional<std::string> text = {};  ///< that request, number, title, holder or applicant has in it, in any case
    static constexpr std::array kFields{field<&CertificateList::stage>("stage"),
                                        field<&CertificateList::after>("after"),
                                        field<&CertificateList::limit>("limit"), field<&CertificateList::text>("text")};
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
    std::string level;       ///< up to which its file is proven: "B-B", "B-T", "B-LT", "B-LTA"
    std::string proofDue;    ///< "level", "renewal"; empty where its proofs are what the house wants
    std::string levelDue;    ///< that it should reach; empty where nothing is due
    static constexpr std::array kFields{
        field<&CertificateNumberLine::number>("number"),     field<&CertificateNumberLine::code>("code"),
        field<&CertificateNumberLine::day>("day"),           field<&CertificateNumberLine::folios>("folios"),
        field<&CertificateNumberLine::sha256>("sha256"),     field<&CertificateNumberLine::ended>("ended"),
        field<&CertificateNumberLine::reason>("reason"),     field<&CertificateNumberLine::files>("files"),
        field<&CertificateNumberLine::level>("level"),       field<&CertificateNumberLine::proofDue>("proof_due"),
        field<&CertificateNumberLine::levelDue>("level_due")};
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

/// What was brought for a request.
struct BroughtLine {
    std::string requirement;  ///< its code
    std::string text;
    bool scan = false;  ///< a copy was kept
    static constexpr std::array kFields{field<&BroughtLine::requirement>("requirement"),
                                        field<&BroughtLine::text>("text"), field<&BroughtLine::scan>("scan")};
};

struct CertificateShown {
    CertificateLine line;
    std::int64_t draft = 0;  ///< the last one; 0 before
    std::vector<CertificateNumberLine> numbers;
    std::vector<CertificateStepLine> steps;
    std::vector<PaperCopyLine> copies;  ///< on security paper
    std::vector<CertificateReissueLine> reissues;
    std::optional<ApplicantNamed> applicant;  ///< absent where it is withheld from who asks, as all below
    std::optional<HolderNamed> holder;
    std::vector<BroughtLine> brought;
    std::string diligence;  ///< that the last draft cites
    TextMap values;         ///< of the last draft, those that its clerk typed
    /// What whoever asks may do with it now: as the steps, and "print", "resolve_print", "prove".
    std::vector<std::string> possible;
    static constexpr std::array kFields{
        field<&CertificateShown::copies>("copies"),       field<&CertificateShown::reissues>("reissues"),
        field<&CertificateShown::line>("line"),           field<&CertificateShown::draft>("draft"),
        field<&CertificateShown::numbers>("numbers"),     field<&CertificateShown::steps>("steps"),
        field<&CertificateShown::applicant>("applicant"), field<&CertificateShown::holder>("holder"),
        field<&CertificateShown::brought>("brought"),     field<&CertificateShown::diligence>("diligence"),
        field<&CertificateShown::values>("values"),       field<&CertificateShown::possible>("possible")};
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

/// Whether a file, a scan or a seal is what the house wrote, and whether it still holds by the house's books.
struct CertificateVerify {
    static constexpr Declaration kAct{"certificate.verify", "certificate.view", Effect::Reads};
    using Answer = FileVerified;
    NamedFile file;
    static constexpr std::array kFields{field<&CertificateVerify::file>("file")};
};

using CertificateActs =
    std::tuple<CertificateTypes, CertificateRequest, CertificateDraft, CertificatePreview, CertificateReview,
               CertificateLegalReview, CertificateReturn, CertificateSign, CertificateEndorse, CertificateCancel,
               CertificateAnnul, CertificateDeliver, CertificateReissue, CertificateArchive, CertificateList,
               CertificateShow, CertificateFiles, CertificateVerify, CertificatePrint, CertificateResolvePrint>;

}  // namespace contract
