@echo off
rem Runs accroche with the Java of this machine, 17 or newer. Arguments are passed through.
setlocal
if defined JAVA_HOME set "PATH=%JAVA_HOME%\bin;%PATH%"
set "RELEASE="
for /f "tokens=3" %%v in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "RELEASE=%%v"
if not defined RELEASE (
  echo accroche: no Java found: install Java 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 3
)
rem Java 8 calls itself 1.8.
for /f "delims=." %%v in ("%RELEASE%") do set "RELEASE=%%v"
if %RELEASE% LSS 17 (
  echo accroche: Java %RELEASE% is too old: Java 17 or newer is needed, set JAVA_HOME to one 1>&2
  exit /b 3
)

rem From Java 19 on the JVM itself keeps an archive of loaded classes: the first test writes it, later runs map it.
set "ARCHIVE=%~dp0lib\accroche-%RELEASE%.jsa"
set SHARING=-Xshare:auto
if exist "%ARCHIVE%" set SHARING="-XX:SharedArchiveFile=%ARCHIVE%"
if %RELEASE% GEQ 19 if "%~1"=="test" set SHARING=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ARCHIVE%"
set "NATIVE="
if %RELEASE% GEQ 24 set "NATIVE=--enable-native-access=ALL-UNNAMED"

rem What it prints is UTF-8; the console goes back to its own code page afterwards.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
java %SHARING% -Xlog:disable -Dio.netty.jfr.enabled=false -Djdk.tls.rejectClientInitiatedRenegotiation=true ^
  -XX:+UseSerialGC %NATIVE% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  -jar "%~dp0lib\accroche.jar" %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%
