@echo off
rem Makes an environment for the course in the user's folder, and starts the course in JupyterLab.
rem Letters without accents only: the console's code page can be any.
setlocal EnableExtensions DisableDelayedExpansion
title AI for the Public Sector
set "PLACE=%USERPROFILE%\.ai4gov"
set "INSIDE=%PLACE%\env\Scripts\python.exe"
rem What other programs have set for a Python of their own would break this one.
for %%N in (CHOSEN FIRST LOCALE PYTHON PYTHONHOME PYTHONPATH) do set "%%N="

rem A network folder gets a drive letter from pushd; cd cannot enter it.
pushd "%~dp0" || goto :not_extracted
if not exist "requirements\learner.txt" goto :not_extracted

rem The record of this edition is copied last, so what was cut off is done again.
fc /b ".ai4gov-published.json" "%PLACE%\installed.json" >nul 2>&1 && "%INSIDE%" -c "" >nul 2>&1 && goto :start

rem The launcher py comes with Python from python.org; the command python alone opens the Store.
set "IS_FIT=import sys, venv, ensurepip; sys.exit(sys.maxsize < 2**32 or not (3, 11) <= sys.version_info[:2] <= (3, 14))"
for %%V in (3.13 3.12 3.14 3.11) do if not defined PYTHON py -%%V -c "%IS_FIT%" >nul 2>&1 && set "PYTHON=py -%%V"
if not defined PYTHON python -c "%IS_FIT%" >nul 2>&1 && set "PYTHON=python"
if not defined PYTHON goto :no_python

echo.
echo The course is being installed. This takes some minutes and 1 GB, once.
echo Premier lancement : installation du cours, quelques minutes et 1 Go.
echo Primer inicio: se instala el curso, unos minutos y 1 GB.
echo Primeira vez: o curso leva alguns minutos para ser instalado e ocupa 1 GB.
echo.
if not exist "%PLACE%" mkdir "%PLACE%"
if not exist "%PLACE%\installed.json" set "FIRST=yes"
"%INSIDE%" -c "" >nul 2>&1 || %PYTHON% -m venv --clear "%PLACE%\env" || goto :not_installed
"%INSIDE%" -m pip install --disable-pip-version-check -r requirements\learner.txt || goto :not_installed
"%INSIDE%" -m pip install --disable-pip-version-check --quiet --force-reinstall --no-deps --no-build-isolation . || goto :not_installed
copy /y ".ai4gov-published.json" "%PLACE%\installed.json" >nul || goto :not_installed

rem At the first start, the language is that of Windows; later the one chosen on the start page.
if not defined FIRST goto :start
for /f "tokens=3" %%L in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "LOCALE=%%L"
for %%L in (en fr es pt) do if /i "%LOCALE:~0,2%"=="%%L" set "CHOSEN=--lang %%L"

:start
echo.
echo Keep this window open while you work. To end, press Ctrl+C in it, or close it.
echo Ne fermez pas cette console pendant le travail. Pour finir : Ctrl+C.
echo No cierre esta ventana mientras trabaja. Para terminar: Ctrl+C.
echo Deixe esta janela aberta enquanto trabalha. Para terminar: Ctrl+C.
echo.
"%INSIDE%" -m course.start.command start --dir "%USERPROFILE%\ai4gov-course" %CHOSEN% %*
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" pause
exit /b %STATUS%

:not_extracted
echo.
echo Extract the whole zip file first ("Extract All"), then open start.cmd in the new folder.
echo Il faut d'abord extraire tout le fichier zip ("Extraire tout"), puis ouvrir start.cmd.
echo Primero extraiga todo el archivo zip ("Extraer todo"); luego abra start.cmd.
echo Primeiro extraia todo o arquivo zip ("Extrair tudo"); depois, abra start.cmd.
goto :failed

:no_python
echo.
echo The course needs Python 3.11 to 3.14, with 64 bits. Install 3.13, then open start.cmd again:
echo Il faut Python 3.11, 3.12, 3.13 ou 3.14 (64 bits). Installez 3.13, puis rouvrez start.cmd :
echo El curso necesita Python 3.11 a 3.14 (64 bits). Instale 3.13 y vuelva a abrir start.cmd:
echo O curso precisa do Python 3.11 a 3.14 (64 bits). Instale o 3.13 e abra start.cmd outra vez:
echo.
echo     https://www.python.org/downloads/windows/
echo     winget install Python.Python.3.13
goto :failed

:not_installed
echo.
echo The course could not be installed; the lines above say why. Check the connection to the
echo Internet and the space on the disk, then open start.cmd again.
echo L'installation n'a pas abouti ; la cause est ci-dessus. Ensuite, rouvrez start.cmd.
echo No se pudo instalar el curso; vea la causa arriba. Luego abra start.cmd otra vez.
echo Houve um erro ao instalar o curso; veja a causa acima. Depois, abra start.cmd outra vez.

:failed
echo.
popd
pause
exit /b 1
