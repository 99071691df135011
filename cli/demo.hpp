// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/demo_service.hpp"
#include "cli/desk.hpp"
#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_stock.hpp"

namespace cli {

/// Where the demonstration's institution lies, and whether a service of its own conducts it.
struct DemoWays {
    std::filesystem::path folder = "demo-out";
    std::string database = {};        ///< as `troquel init` takes it; empty: a file
    std::string serviceProgram = {};  ///< troqueld; empty: everything in this process
};

/// The main job from an empty folder to released documents: founds a training institution, enrols people, receives
/// blanks, takes orders, runs the line, and leaves everything it made in a folder.
class Demo {
   public:
    Demo(Desk& desk, const DemoWays& ways)
        : m_desk(desk), m_folder(ways.folder), m_database(ways.database), m_serviceProgram(ways.serviceProgram) {}
    void run();

   private:
    void foundInstitution();
    void enrolPeople();
    void receiveBlanks();
    void takeOrders();
    void runLine();
    void account();
    void accountFor(const std::string& order);
    void clearEarlierDemo();
    void leaveDocuments();
    void leaveBooks();
    /// Keys for signing, then certificates and resolutions from their requests to the signed files.
    void writeCertificates();
    void enrolSigners();
    void importRegisters();
    void certify(const struct DemoCertificate& wanted);
    /// Certifies a document that the demonstration itself released.
    void certifyOwnDocument();
    std::string searchedFor(const contract::HolderNamed& holder, const std::vector<std::string>& registers);
    void leaveCertificates();

    void moveBehindTheDoor();
    std::string addressOfService();
    contract::LineRan runStations(const std::string& damaged);
    void endService();

    void chapter(std::string_view spanish, std::string_view english);
    /// Asks as one person, or as two.
    template <contract::Request R>
    typename R::Answer askAs(const std::string& user, const R& request, const std::string& second = {}) {
        m_desk.asUser = user;
        m_desk.secondUser = second;
        return m_desk.ask(request);
    }
    void logIn(const std::string& user, const std::string& password);
    void save(const std::filesystem::path& file, const base::Bytes& content) const;
    [[nodiscard]] base::Bytes material(const std::string& name) const;
    void printBalance(const contract::StockBalanced& balance) const;

    Desk& m_desk;
    std::filesystem::path m_folder;
    std::string m_database;
    std::string m_serviceProgram;
    std::unique_ptr<SideProgram> m_service;
    std::vector<contract::NamedFile> m_material;
    std::vector<std::string> m_orders;
    std::string m_damaged;
    std::map<std::string, std::string> m_signingSecrets;            ///< by user name
    std::map<std::string, std::string> m_fees;                      ///< by type of certificate
    std::set<std::string> m_legallyReviewed;                        ///< types of certificates
    std::vector<std::string> m_certificates;                        ///< numbers
    std::map<std::string, std::vector<std::string>> m_registersOf;  ///< by type of certificate
};

}  // namespace cli
