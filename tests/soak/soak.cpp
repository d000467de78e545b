// SPDX-License-Identifier: GPL-3.0-or-later
//
// soak MINUTES SEED FOLDER: works with a real window for so long, see SoakUser. Writes into FOLDER: vitals.csv (memory, files,
// threads, the GUI thread's longest turn, every ten seconds), acts.log (what was begun when), summary.txt, which is printed
// as well. Ends with 1 when something did not go as it should; sanitizers have exit codes of their own.
#include "FaultServer.h"
#include "SoakFiles.h"
#include "SoakUser.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QTextStream>

#include <algorithm>
#include <clocale>
#include <memory>

using namespace Qt::StringLiterals;
using tickmark::test::FaultAnswer;
using tickmark::test::FaultServer;
using tickmark::test::SeenRequest;

namespace {

constexpr double kRestartSeconds = 150;
constexpr double kWarmUp = 1.0 / 3;      // of the time
constexpr double kMostGrowth = 1.10;     // of the memory after it
constexpr double kMostHeapGrowth = 1.10; // of what is in use while no window is open; Qt and X11 keep some of each

//! Links that are followed open no browser here.
class NoBrowser : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &) {}
};

class Soak : public QObject
{
    Q_OBJECT

public:
    Soak(double minutes, std::uint32_t seed, const QString &folder) : m_minutes(minutes), m_seed(seed), m_folder(folder)
    {}

private Q_SLOTS:
    void work();

private:
    QString summary(const SoakUser &user, const Vitals &vitals, const SoakExchange &exchange);
    void judge(const SoakUser &user, const Vitals &vitals);

    double m_minutes;
    std::uint32_t m_seed;
    QString m_folder;
    QStringList m_faults;
};

using Samples = std::vector<Vitals::Sample>;

double median(const Samples &samples, double from, double to, double Vitals::Sample::*what)
{
    std::vector<double> values;
    for (const Vitals::Sample &sample : samples) {
        if (sample.seconds >= from && sample.seconds <= to)
            values.push_back(sample.*what);
    }
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

void Soak::work()
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> csv(std::fopen(qPrintable(m_folder + u"/vitals.csv"_s), "w"),
                                                               &std::fclose);
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> log(std::fopen(qPrintable(m_folder + u"/acts.log"_s), "w"),
                                                               &std::fclose);
    QVERIFY(csv && log);
    QTemporaryDir home;
    WindowBench::useOwnHome(home);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // not the user's own keychain
    NoBrowser browser;
    for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s})
        QDesktopServices::setUrlHandler(scheme, &browser, "open");
    FaultServer wire([](const SeenRequest &, int nth) {
        return FaultAnswer{nth % 5 == 0 ? FaultServer::whole("no", {}, "503 Service Unavailable")
                                        : FaultServer::whole(soakFeed()),
                           FaultAnswer::End::Keep,
                           {}};
    });
    const SoakExchange exchange(m_seed);
    Vitals vitals(csv.get());
    SoakUser user(m_seed, exchange, wire.url(u"/rss"_s).toString(), vitals, log.get());
    double restarted = vitals.seconds();
    while (vitals.seconds() < m_minutes * 60) {
        user.act();
        if (vitals.seconds() - restarted > kRestartSeconds) {
            user.restart();
            restarted = vitals.seconds();
        }
    }
    user.leave();
    judge(user, vitals);
    const QString said = summary(user, vitals, exchange);
    std::fputs(qPrintable(said), stdout);
    QFile file(m_folder + u"/summary.txt"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(said.toUtf8());
    for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s})
        QDesktopServices::unsetUrlHandler(scheme);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

//! What counts as a fault. Memory is compared after a warm-up only, and not at all over a run that is too short for one.
void Soak::judge(const SoakUser &user, const Vitals &vitals)
{
    m_faults = user.troubles();
    const double end = m_minutes * 60;
    const double warm = end * kWarmUp;
    const auto what = Vitals::isSanitized() ? &Vitals::Sample::heapMb : &Vitals::Sample::residentMb;
    const double middle = median(vitals.samples(), warm, (warm + end) / 2, what);
    const double late = median(vitals.samples(), (warm + end) / 2, end, what);
    if (m_minutes >= 10 && late > middle * kMostGrowth)
        m_faults.append(u"memory grows: %1 MB, then %2 MB"_s.arg(middle).arg(late));
    const Samples &between = user.betweenWindows();
    if (between.size() < 4)
        return;
    const Vitals::Sample &early = between[between.size() / 3];
    if (between.back().heapMb > early.heapMb * kMostHeapGrowth)
        m_faults.append(u"memory is kept from one window to the next: %1 MB, then %2 MB"_s.arg(early.heapMb)
                            .arg(between.back().heapMb));
    if (between.back().files > early.files + 2)
        m_faults.append(u"files stay open: %1, then %2"_s.arg(early.files).arg(between.back().files));
    if (between.back().threads > early.threads + 2)
        m_faults.append(u"threads stay: %1, then %2"_s.arg(early.threads).arg(between.back().threads));
}

QString Soak::summary(const SoakUser &user, const Vitals &vitals, const SoakExchange &exchange)
{
    QString text;
    QTextStream out(&text);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    int done = 0;
    for (const auto &[name, count] : user.counts())
        done += count.done;
    out << done << " acts in " << vitals.seconds() / 60 << " minutes, seed " << m_seed << '\n';
    out << "act: done, not possible, longest turn of the GUI thread (ms), of it processor time (ms)\n";
    for (const auto &[name, count] : user.counts()) {
        const auto turn = vitals.longest().contains(name) ? vitals.longest().at(name) : Vitals::Turn{};
        out << "  " << name << ": " << count.done << ", " << count.notPossible << ", " << turn.wallMs << ", "
            << turn.ownMs << '\n';
    }
    out << "trades streamed: " << exchange.sent() << ", connections lost: " << exchange.lost() << '\n';
    out << "resident memory (MB): ";
    const Samples &samples = vitals.samples();
    for (std::size_t i = 0; i < samples.size(); i += std::max<std::size_t>(samples.size() / 10, 1))
        out << samples[i].residentMb << ' ';
    out << "\nin use while no window is open (MB heap, open files, threads):\n";
    for (const Vitals::Sample &sample : user.betweenWindows())
        out << "  at " << sample.seconds << " s: " << sample.heapMb << ", " << sample.files << ", " << sample.threads
            << '\n';
    out << (m_faults.isEmpty() ? u"nothing went wrong\n"_s : m_faults.join(u'\n') + u'\n');
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "2000000000"); // ms
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tickmark-soak"_s);
    std::setlocale(LC_NUMERIC, "C"); // as the program has it
    const QStringList arguments = QCoreApplication::arguments();
    const double minutes = arguments.value(1).toDouble();
    const QString folder = arguments.value(3);
    if (arguments.size() != 4 || minutes <= 0 || !QDir().mkpath(folder)) {
        std::fputs("soak MINUTES SEED FOLDER\n", stderr);
        return 2;
    }
    Soak soak(minutes, arguments[2].toUInt(), folder);
    return QTest::qExec(&soak, {u"soak"_s, u"-nocrashhandler"_s, u"-maxwarnings"_s, u"0"_s});
}

#include "soak.moc"
