// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/failure.hpp"
#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "issuance/registers/register_book.hpp"
#include "signing/keys/file_key_store.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/support/engine_test.hpp"

/// Searches for persons in registers of national size: registers_benchmark [lines [engine]], ten million and SQLite
/// unless told. Names follow the frequencies of a language: few are very common, thousands are rare.
namespace {

constexpr std::size_t kSearches = 400;

double secondsOf(const benchmarks::Work& work) { return 1 / benchmarks::rateOf(1, work); }

/// Names of syllables, the n-th as likely as 1/n.
class Names {
   public:
    explicit Names(std::size_t count) {
        const std::string syllables[] = {"ma", "ri", "xi", "lo",  "cu", "tzal", "her", "nan", "pe", "rez",
                                         "go", "za", "le", "qui", "ga", "bar",  "to",  "lla", "vi", "che"};
        double sum = 0;
        for (std::size_t at = 0; at < count; ++at) {
            std::string name = syllables[at % 20] + syllables[at / 20 % 20];
            if (at >= 400) name += syllables[at / 400 % 20];
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
            m_names.push_back(name);
            sum += 1.0 / static_cast<double>(at + 5);
            m_weights.push_back(sum);
        }
    }
    const std::string& draw(std::mt19937& random) const {
        const double point = m_weights.back() * (static_cast<double>(random()) / 4294967296.0);
        return m_names[static_cast<std::size_t>(std::upper_bound(m_weights.begin(), m_weights.end(), point) -
                                                m_weights.begin())];
    }

   private:
    std::vector<std::string> m_names;
    std::vector<double> m_weights;
};

class Bench {
   public:
    explicit Bench(records::Engine engine)
        : m_migrated(engine, {records::migrations(), inventory::migrations(), issuance::migrations()}),
          m_connection(m_migrated.database().connect()) {}

    void import(std::int64_t lines) {
        const auto file = m_folder.path() / "movimientos.csv";
        const double writing = secondsOf([&] { write(file, lines); });
        const double reading = secondsOf([&] {
            records::Transaction transaction{*m_connection};
            base::expected(m_registers.import(transaction, m_author, {"movimientos", "migracion"}, file), "import");
            transaction.commit();
        });
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        fmt::print("{} lines ({} MB) written in {:.0f} s, imported in {:.0f} s ({:.0f}/s), {} MB of memory at most\n",
                   lines, std::filesystem::file_size(file) / 1'000'000, writing, reading,
                   static_cast<double>(lines) / reading, usage.ru_maxrss / 1024);
        std::filesystem::remove(file);
        if (m_connection->engine() == records::Engine::Postgresql)
            m_migrated.ownerDatabase().connect()->executeScript("ANALYZE");
        std::int64_t size = 0;
        if (m_connection->engine() == records::Engine::Postgresql)
            size = m_connection->queryOne("SELECT pg_database_size(current_database())")->integer(0);
        else
            size = static_cast<std::int64_t>(
                std::filesystem::file_size(m_migrated.address().substr(std::string{"sqlite:"}.size())));
        fmt::print("database {:.2f} GB\n", static_cast<double>(size) / 1e9);
    }

    void searches(const char* engine) {
        std::vector<double> times;
        std::size_t found = 0;
        std::size_t cut = 0;
        std::size_t shown = 0;
        for (std::size_t at = 0; at < kSearches; ++at) {
            const auto sought = slipped(m_people[at % m_people.size()], at);
            const auto& truth = m_people[at % m_people.size()];
            issuance::SearchAnswer answer;
            times.push_back(secondsOf([&] {
                answer = base::expected(
                    m_registers.search(*m_connection, sought, {"movimientos"}, issuance::NeedToKnow::No), "search");
            }));
            shown += answer.candidates.size();
            cut += answer.more ? 1U : 0U;
            found += std::any_of(answer.candidates.begin(), answer.candidates.end(),
                                 [&](const auto& each) { return each.found.person.document == truth.document; })
                         ? 1U
                         : 0U;
        }
        std::sort(times.begin(), times.end());
        fmt::print("search with namesakes, {}: median {:.1f} ms, 95th percentile {:.1f} ms, worst of {} {:.1f} ms\n",
                   engine, times[kSearches / 2] * 1000, times[kSearches * 95 / 100] * 1000, kSearches,
                   times.back() * 1000);
        fmt::print("the person among the candidates: {} of {}; candidates {:.1f} on average; cut {}\n", found,
                   kSearches, static_cast<double>(shown) / kSearches, cut);
    }

   private:
    void write(const std::filesystem::path& file, std::int64_t lines) {
        std::ofstream csv{file};
        std::mt19937 random{2026};
        const Names names{6000};
        csv << "apellidos;nombres;nacimiento;nacionalidad;documento;fecha;hora;tipo;puesto;destino\n";
        for (std::int64_t line = 0; line < lines; ++line) {
            issuance::PersonSought person{names.draw(random) + " " + names.draw(random),
                                          names.draw(random) + " " + names.draw(random),
                                          base::Date{std::chrono::sys_days{std::chrono::year{1940} / 1 / 1} +
                                                     std::chrono::days{random() % 25'000}},
                                          std::to_string(100'000'000 + line), "GTM"};
            csv << person.surnames << ';' << person.givenNames << ';' << base::formatDate(*person.born) << ";GTM;"
                << person.document << ";2026-01-02;06:42;salida;La Aurora;\n";
            if (line % std::max<std::int64_t>(1, lines / static_cast<std::int64_t>(kSearches)) == 0)
                m_people.push_back(std::move(person));
        }
    }

    /// The person as a request has them: one slip or another, each fourth without any.
    static issuance::PersonSought slipped(issuance::PersonSought person, std::size_t at) {
        person.document.clear();
        const auto space = person.surnames.find(' ');
        const base::Date born = *person.born;
        switch (at % 8) {
            case 1: person.surnames = person.surnames.substr(space + 1) + " " + person.surnames.substr(0, space); break;
            case 2: person.surnames = person.surnames.substr(0, space); break;
            case 3: person.surnames[1] = person.surnames[1] == 'a' ? 'o' : 'a'; break;
            case 5:
                person.born = base::Date{born.year() + std::chrono::years{10}, born.month(), std::chrono::day{1}};
                break;
            case 6: person.born.reset(); break;
            case 7:
                if (static_cast<unsigned>(born.day()) <= 12)
                    person.born = base::Date{born.year(), std::chrono::month{static_cast<unsigned>(born.day())},
                                             std::chrono::day{static_cast<unsigned>(born.month())}};
                break;
            default: break;
        }
        return person;
    }

    support::ScratchFolder m_folder;
    support::MigratedDatabase m_migrated;
    std::unique_ptr<records::Connection> m_connection;
    base::SystemClock m_clock;
    records::ContentStore m_contents{m_folder.path() / "contents"};
    std::unique_ptr<signing::FileKeyStore> m_keys = base::expected(
        signing::FileKeyStore::create(m_folder.path() / "keys", base::SecretBytes::copyOf("benchmark"), m_clock),
        "keys");
    issuance::ConfidentialKeys m_confidential{*m_keys, m_clock};
    issuance::RegisterBook m_registers{m_contents, m_confidential, m_clock};
    records::Author m_author{records::OperatorId{"ana"}, records::WorkstationId{"desk-1"}, {}};
    std::vector<issuance::PersonSought> m_people;
};

}  // namespace

int main(int count, char** arguments) {
    const std::int64_t lines = count > 1 ? std::atoll(arguments[1]) : 10'000'000;
    const std::string_view engine = count > 2 ? arguments[2] : "sqlite";
    Bench bench{engine == "postgresql" ? records::Engine::Postgresql : records::Engine::Sqlite};
    bench.import(lines);
    bench.searches(engine == "postgresql" ? "PostgreSQL" : "SQLite");
    return 0;
}
