// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/keys/KeyVault.h>
#include <sources/keys/SystemKeychain.h>

#include <QDirIterator>
#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tickmark;
using sources::KeyVault;

namespace {

const QByteArray kKey = "k3y-0f-a-s0urce-\xc3\xa4\xc3\xb6";
const QString kUuid = QStringLiteral("6d9f3f2e-5f0c-4f7e-9a55-0d6d7c5d7a10");
const QString kService = QStringLiteral("Tickmark test");

//! Whether the test was started where there is a keychain (with-keyring).
bool hasKeyring()
{
    return qEnvironmentVariableIsSet("TICKMARK_TEST_KEYRING");
}

template <typename Answer>
bool succeeds(const QFuture<Answer> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) && future.resultCount() == 1
           && future.result().has_value();
}

QByteArray keyIn(KeyVault &vault, const QString &uuid)
{
    const auto answer = vault.read(uuid);
    return succeeds(answer) ? *answer.result() : QByteArrayLiteral("no answer");
}

//! All that a program does with a key, with every log open.
int useKey()
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    KeyVault vault(kService);
    const bool done = succeeds(vault.write(kUuid, kKey)) && keyIn(vault, kUuid) == kKey
                      && succeeds(vault.write(QStringLiteral("stays"), kKey)) && succeeds(vault.write(kUuid, {}));
    return done ? 0 : 1;
}

} // namespace

//! Where a user's keys go, and where they do not.
class KeyVaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (hasKeyring())
            return;
        for (const char *way : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"})
            qunsetenv(way); // all of them lead to a session bus
    }

    void aKeyIsThereUntilItIsRemoved()
    {
        KeyVault vault(kService);
        QCOMPARE(keyIn(vault, kUuid), QByteArray());
        QVERIFY(succeeds(vault.write(kUuid, kKey)));
        QCOMPARE(keyIn(vault, kUuid), kKey);
        QCOMPARE(keyIn(vault, QStringLiteral("another")), QByteArray());
        QVERIFY(succeeds(vault.write(kUuid, "another key")));
        QCOMPARE(keyIn(vault, kUuid), QByteArray("another key"));
        QVERIFY(succeeds(vault.write(kUuid, {})));
        QCOMPARE(keyIn(vault, kUuid), QByteArray());
        QVERIFY(succeeds(vault.write(kUuid, {}))); // again: nothing to remove is no failure
    }

    void theUserIsToldWhetherKeysLast()
    {
        KeyVault vault(kService);
        const QSignalSpy told(&vault, &KeyVault::lastingChanged);
        QVERIFY(succeeds(vault.write(kUuid, kKey)));
        QCOMPARE(vault.isLasting(), hasKeyring());
        QCOMPARE(told.count(), !hasKeyring() && sources::isBuiltWithKeychain() ? 1 : 0);
        QCOMPARE(keyIn(vault, kUuid), kKey);
        KeyVault ofTheNextRun(kService);
        QCOMPARE(keyIn(ofTheNextRun, kUuid), hasKeyring() ? kKey : QByteArray());
        QVERIFY(succeeds(vault.write(kUuid, {})));
        QCOMPARE(keyIn(ofTheNextRun, kUuid), QByteArray());
    }

    void severalSourcesMayAskAtOnce()
    {
        KeyVault vault(kService);
        std::vector<QFuture<core::Result<>>> written;
        for (int i = 0; i < 20; ++i)
            written.push_back(vault.write(QString::number(i), kKey + QByteArray::number(i)));
        for (const auto &one : written)
            QVERIFY(succeeds(one));
        std::vector<QFuture<core::Result<QByteArray>>> read;
        for (int i = 0; i < 20; ++i)
            read.push_back(vault.read(QString::number(i)));
        for (int i = 0; i < 20; ++i) {
            QVERIFY(succeeds(read.at(std::size_t(i))));
            QCOMPARE(*read.at(std::size_t(i)).result(), kKey + QByteArray::number(i));
            QVERIFY(succeeds(vault.write(QString::number(i), {})));
        }
    }

    void aVaultMayGoBeforeItsAnswer()
    {
        QFuture<core::Result<QByteArray>> answer;
        {
            KeyVault vault(kService);
            answer = vault.read(kUuid);
        }
        QVERIFY(QTest::qWaitFor([&] { return answer.isFinished(); }));
        KeyVault next(kService); // the keychain works on
        QCOMPARE(keyIn(next, kUuid), QByteArray());
    }

    //! Neither in what the program and its libraries print, nor in any file that they leave.
    void noKeyIsWrittenDown()
    {
        const QTemporaryDir home;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!hasKeyring()) {
            for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
                environment.insert(QString::fromLatin1(place), home.path());
        }
        environment.insert(QStringLiteral("G_MESSAGES_DEBUG"), QStringLiteral("all"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--use-key")});
        QVERIFY(program.waitForFinished(20'000));
        const QByteArray printed = program.readAll();
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY2(program.exitCode() == 0, printed.constData());
        QVERIFY2(!printed.contains(kKey) && !printed.contains(kKey.toBase64()), printed.constData());

        const QString written = hasKeyring() ? QString::fromLocal8Bit(qgetenv("HOME")) : home.path();
        QDirIterator files(written, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int keyrings = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // sockets
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(kKey) && !content.contains(kKey.toBase64()), qPrintable(file.fileName()));
            keyrings += file.fileName().endsWith(QLatin1String(".keyring")) ? 1 : 0;
        }
        QCOMPARE(keyrings > 0, hasKeyring()); // the place where it is kept was looked at
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--use-key")))
        return useKey();
    KeyVaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyvault.moc"
