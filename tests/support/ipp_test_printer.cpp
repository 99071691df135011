// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ipp_test_printer.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <array>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "base/files.hpp"
#include "tests/support/loopback.hpp"

namespace support {
namespace {

using namespace std::chrono_literals;

constexpr auto kStartLimit = 20s;

constexpr std::string_view kAnyPrinter = R"(
ATTR text printer-make-and-model "Troquel test printer"
ATTR mimeMediaType document-format-supported application/pdf
ATTR mimeMediaType document-format-default application/pdf
ATTR keyword print-color-mode-supported auto,color,monochrome
ATTR keyword print-scaling-supported auto,fit,none
ATTR enum print-quality-supported 3,4,5
ATTR resolution printer-resolution-supported 300dpi,600dpi
ATTR resolution printer-resolution-default 300dpi
ATTR integer copies-default 1
ATTR rangeOfInteger copies-supported 1-99
ATTR keyword media-source-supported main,by-pass-tray
ATTR keyword media-type-supported stationery,cardstock
ATTR octetString printer-input-tray "type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=250;level=100;status=0;name=main;","type=sheetFeedManual;mediafeed=0;mediaxfeed=0;maxcapacity=25;level=25;status=0;name=by-pass-tray;"
ATTR octetString printer-supply "index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;colorantname=unknown;","index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;colorantname=black;"
ATTR text printer-supply-description "Waste Toner","Black Toner"
)";

std::string sizeText(const std::string& across, const std::string& along, const std::string& type = "integer") {
    return "{MEMBER " + type + " x-dimension " + across + " MEMBER " + type + " y-dimension " + along + "}";
}

std::string trayText(const std::string& name, const std::string& size, const std::string& source) {
    return "{MEMBER keyword media-key " + name + "_" + source + " MEMBER collection media-size " + size +
           " MEMBER keyword media-size-name " + name + " MEMBER keyword media-source " + source +
           " MEMBER keyword media-type stationery}";
}

/// `loaded` lies in the only tray, the others could.
std::string ofOneTray(const std::string& loaded, const std::string& size, const std::string& otherNames,
                      const std::string& otherSizes) {
    return std::string{kAnyPrinter} + "ATTR keyword sides-supported one-sided\nATTR keyword sides-default one-sided\n" +
           "ATTR keyword media-supported " + loaded + otherNames + "\n" + "ATTR keyword media-default " + loaded +
           "\nATTR keyword media-ready " + loaded + "\n" + "ATTR collection media-size-supported " + size + otherSizes +
           "\n" + "ATTR collection media-col-ready " + trayText(loaded, size, "main") + "\n";
}

}  // namespace

namespace printers {

std::string ofDocuments() {
    const std::string page = sizeText("8800", "12500");
    const std::string card = sizeText("5398", "8560");
    return std::string{kAnyPrinter} + "ATTR keyword sides-supported one-sided\nATTR keyword sides-default one-sided\n" +
           "ATTR keyword media-supported iso_id-3_88x125mm,iso_id-1_53.98x85.6mm,na_letter_8.5x11in,na_legal_8.5x14in,"
           "iso_a4_210x297mm\n" +
           "ATTR keyword media-default iso_id-3_88x125mm\n" +
           "ATTR keyword media-ready iso_id-3_88x125mm,iso_id-1_53.98x85.6mm\n" +
           "ATTR collection media-size-supported " + page + "," + card + "," + sizeText("21590", "27940") + "," +
           sizeText("21590", "35560") + "," + sizeText("21000", "29700") + "\n" + "ATTR collection media-col-default " +
           trayText("iso_id-3_88x125mm", page, "main") + "\n" + "ATTR collection media-col-ready " +
           trayText("iso_id-3_88x125mm", page, "main") + "," + trayText("iso_id-1_53.98x85.6mm", card, "by-pass-tray") +
           "\n";
}

std::string ofBooks() { return ofOneTray("iso_id-3_88x125mm", sizeText("8800", "12500"), "", ""); }

std::string ofOffices() {
    return ofOneTray("na_letter_8.5x11in", sizeText("21590", "27940"), ",iso_a4_210x297mm",
                     "," + sizeText("21000", "29700"));
}

std::string ofAnySize(const std::string& sides) {
    return std::string{kAnyPrinter} + "ATTR keyword sides-supported " + sides + "\nATTR keyword sides-default " +
           sides + "\nATTR keyword media-supported custom_min_50x50mm,custom_max_330x480mm\n" +
           "ATTR collection media-size-supported " + sizeText("5000-33000", "5000-48000", "rangeOfInteger") + "\n";
}

}  // namespace printers

bool listens(int port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopbackAddress(port);
    const bool connected = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(descriptor);
    return connected;
}

pid_t startProgram(const std::vector<std::string>& command, const std::vector<std::string>& settings,
                   const std::filesystem::path& log) {
    std::vector<char*> arguments;
    for (const auto& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error{"fork"};
    if (child > 0) return child;
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    for (const auto& setting : settings) ::putenv(const_cast<char*>(setting.c_str()));
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

void endProgram(pid_t& child) {
    if (child <= 0) return;
    ::kill(-child, SIGKILL);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    child = 0;
}

IppTestPrinter::IppTestPrinter(const std::string& script, const std::string& attributes) : m_port(freePort()) {
    base::writeFileDurably(folder() / "attributes", attributes);
    const auto command = folder() / "command";
    base::writeFileDurably(command, "#!/bin/sh\nOUT='" + folder().string() + "'\n" + script + "\n");
    std::filesystem::permissions(command, std::filesystem::perms::owner_all);
    std::filesystem::create_directories(folder() / "spool");
    startBus();
    restorePower();
}

IppTestPrinter::~IppTestPrinter() {
    endProgram(m_printer);
    endProgram(m_bus);
}

std::string IppTestPrinter::uri() const { return "ipp://localhost:" + std::to_string(m_port) + "/ipp/print"; }

void IppTestPrinter::cutPower() { endProgram(m_printer); }

void IppTestPrinter::restorePower() {
    startPrinter();
    waitUntilItAnswers();
}

void IppTestPrinter::freeze() const { ::kill(m_printer, SIGSTOP); }

void IppTestPrinter::thaw() const { ::kill(m_printer, SIGCONT); }

void IppTestPrinter::load(int sheets) const {
    const auto level = std::to_string(sheets);
    visit("/media?size0=iso_id-3_88x125mm&type0=stationery&level0=" + level +
          "&size1=iso_id-1_53.98x85.6mm&type1=cardstock&level1=" + level);
}

void IppTestPrinter::leaveToner(int percent) const { visit("/supplies?supply0=25&supply1=" + std::to_string(percent)); }

/// Its web page, as the person at the printer would fill it in. It answers when it has done what the form says, and
/// keeps the connection.
void IppTestPrinter::visit(const std::string& page) const {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopbackAddress(m_port);
    const std::string request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    std::array<char, 256> answer{};
    const bool asked = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) > 0;
    const auto got = asked ? ::recv(descriptor, answer.data(), answer.size(), 0) : -1;
    ::close(descriptor);
    if (got < 15 || std::string_view{answer.data(), 15} != "HTTP/1.1 200 OK")
        throw std::runtime_error{"the printer's page: " + page};
}

void IppTestPrinter::startBus() {
    const auto socket = folder() / "bus";
    m_bus =
        startProgram({"dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + socket.string()},
                     {}, folder() / "bus.log");
    const auto limit = std::chrono::steady_clock::now() + kStartLimit;
    while (!std::filesystem::exists(socket)) {
        if (std::chrono::steady_clock::now() > limit) throw std::runtime_error{"dbus-daemon did not start"};
        std::this_thread::sleep_for(10ms);
    }
}

void IppTestPrinter::startPrinter() {
    m_printer =
        startProgram({"ippeveprinter", "-n", "localhost", "-p", std::to_string(m_port), "-r", "off", "-a",
                      (folder() / "attributes").string(), "-d", (folder() / "spool").string(), "-c",
                      (folder() / "command").string(), "Troquel test"},
                     {"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + (folder() / "bus").string()}, folder() / "printer.log");
}

void IppTestPrinter::waitUntilItAnswers() const {
    const auto limit = std::chrono::steady_clock::now() + kStartLimit;
    while (!listens(m_port)) {
        if (std::chrono::steady_clock::now() > limit || ::waitpid(m_printer, nullptr, WNOHANG) != 0)
            throw std::runtime_error{"ippeveprinter did not start: " +
                                     base::textOf(*base::readFile(folder() / "printer.log", 100'000))};
        std::this_thread::sleep_for(20ms);
    }
}

}  // namespace support
