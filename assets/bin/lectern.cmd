@echo off
rem The command line of the installed app: the same program, run without a window.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Lectern.exe" "%~dp0..\app.asar\out\cli.mjs" %*
